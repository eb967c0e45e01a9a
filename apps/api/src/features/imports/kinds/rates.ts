import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';

/** What one unit of a currency cost in the organisation's own, day by day. */
export const rates: KindSpec = {
  kind: 'rates',
  nouns: headers(
    'rate | exchange rate | currency rate | 汇率 | 匯率 | Wechselkurs | Kurs | taux de change | tipo de cambio',
  ),
  naturalKeys: [['currency', 'day']],
  fields: [
    field(
      'currency',
      'text',
      'currency | currency code | from currency | from currency code | ISO code | 币种 | 货币 | 外币 | 幣別 | 貨幣 | 外幣 | Währung | devise | monnaie | moneda | divisa',
      required,
    ),
    field(
      'day',
      'day',
      'day | date | rate date | currency rate date | valid on | 日期 | 汇率日期 | 匯率日期 | Tag | Datum | Kursdatum | date du taux | fecha',
      required,
    ),
    field(
      'rate',
      'number',
      'rate | exchange rate | price | mid rate | end of day rate | average rate | 汇率 | 中间价 | 匯率 | 中間價 | Kurs | Wechselkurs | Mittelkurs | taux | taux de change | cours | tipo | tipo de cambio',
      required,
    ),
    field('source', 'text', 'source | provider | 来源 | 來源 | Quelle | Herkunft | source du taux | fuente'),
    field('rateKind', 'choice', 'kind | rate kind | rate type | 汇率类型 | 匯率類型 | Kursart', {
      choices: {
        day: ['day', 'daily', 'spot', '当日', '當日', '即期', 'Tageskurs'],
        plan: ['plan', 'planned', 'budget', '计划', '計劃', '预算', '預算', 'Plankurs', 'Budgetkurs'],
      },
    }),
  ],
};
