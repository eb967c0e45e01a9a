import type { KindSpec } from '@milepost/core/imports/kind';
import { field, headers, required } from './field.ts';
import { words } from './header-words.ts';

/** Quotas: what one owner is to sell in one month, one row each or twelve months side by side. */
export const targets: KindSpec = {
  kind: 'targets',
  nouns: headers('target | quota | 目标 | 目標 | Ziel | objectif | objetivo'),
  naturalKeys: [['owner', 'month']],
  fields: [
    field('owner', 'reference', `${words.owner} | name | 姓名`, required),
    field(
      'month',
      'month',
      'month | target month | period | date | 月份 | 月 | 目标月份 | 期间 | 日期 | 目標月份 | 期間 | Monat | Zielmonat | Periode | mois | période | mes | período | fecha',
      required,
    ),
    field(
      'amount',
      'amount',
      `target | target amount | quota | quota amount | sales target | goal | 目标 | 目标金额 | 目标额 | 销售目标 | 指标 | 任务额 | 目標 | 目標金額 | 銷售目標 | Ziel | Zielbetrag | Umsatzziel | Soll | objectif | objectif de vente | objetivo | meta | cuota | ${words.amount}`,
      required,
    ),
  ],
};
