import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, namedByParts, nameParts } from './field.ts';
import { words } from './header-words.ts';

/** People or companies that may become customers. */
export const leads: KindSpec = {
  kind: 'leads',
  nouns: headers('lead | prospect | contact | person | 线索 | 潜在客户 | 潛在客戶 | 線索 | Interessent | prospect'),
  naturalKeys: [['email'], ['name', 'company']],
  fields: [
    field(
      'name',
      'text',
      'name | full name | lead | lead name | contact | contact name | contact person | person name | 姓名 | 联系人 | 线索名称 | 聯絡人 | 線索名稱 | Ansprechpartner | Kontakt | Interessent | Name | nom | nom complet | nombre | nombre completo',
      namedByParts,
    ),
    ...nameParts,
    field('company', 'text', words.account),
    field('email', 'email', words.email, { takes: 'list' }),
    field('phone', 'phone', words.phone, { takes: 'list' }),
    field('title', 'text', words.title),
    field(
      'source',
      'text',
      'lead source | source | lead origin | original source | channel | 来源 | 线索来源 | 渠道 | 來源 | 線索來源 | 管道 | Quelle | Herkunft | Lead-Quelle | source du prospect | provenance | origine | origen | fuente',
    ),
    field('event', 'reference', `lead event | ${words.event}`),
    field('owner', 'reference', `lead owner | ${words.owner}`),
    field('notes', 'text', words.notes),
    field('tags', 'text', words.tags, { takes: 'joined' }),
  ],
};
