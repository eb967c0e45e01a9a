import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** What customers said, a row an answer: who, when, how much. Without a scale it is "would you recommend us?", 0 to 10. */
export const satisfaction: KindSpec = {
  kind: 'satisfaction',
  nouns: headers('satisfaction | survey | nps | csat | 满意度 | 滿意度 | Zufriedenheit | satisfacción'),
  naturalKeys: [['account', 'day', 'scale']],
  fields: [
    field(
      'account',
      'reference',
      'account | customer | company | account name | customer name | 客户 | 客户名称 | 公司 | 客戶 | 客戶名稱 | Kunde | Firma | client | cliente',
      required,
    ),
    field(
      'day',
      'day',
      'day | date | answered on | response date | 日期 | 答复日期 | 答覆日期 | Datum | fecha',
      required,
    ),
    field(
      'score',
      'number',
      'score | rating | nps | nps score | csat | answer | 评分 | 分数 | 評分 | 分數 | Wert | note | puntuación',
      required,
    ),
    field('scale', 'choice', 'scale | survey type | question type | 量表 | 类型 | 類型 | Skala | échelle | escala', {
      choices: {
        recommend: ['nps', 'recommendation', '推荐', '推薦', 'Weiterempfehlung'],
        satisfied: ['csat', 'satisfaction', '满意度', '滿意度', 'Zufriedenheit'],
      },
    }),
    field('notes', 'text', `comment | comments | feedback | verbatim | ${words.notes}`),
  ],
};
