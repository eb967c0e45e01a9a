import type { CreditShare } from '@milepost/core/sales/credit';
import type { SaleTable } from '../../db/tables/sales.ts';
import type { Work } from '../../db/work.ts';
import type { Derived } from './credit-rows.ts';
import { writeSplit } from './split-store.ts';

type Text = string | null | undefined;

/** A sale as it is posted. Line, segment and region that are left out come from the product and the account. */
export type SaleToPost = {
  id: string;
  day: string;
  revenueMinor: number;
  currency: string;
  ownerId: string | null;
  backupId?: Text;
  /** Null or left out when the owner has it all. */
  split?: readonly CreditShare[] | null | undefined;
  externalId?: Text;
  orderId?: Text;
  accountId?: Text;
  opportunityId?: Text;
  productId?: Text;
  line?: Text;
  segment?: Text;
  region?: Text;
  quantity?: number | null | undefined;
  /** Null or left out when nobody knows. */
  costMinor?: number | null | undefined;
};

/** What a correction may say: what is left out stays. */
export type SaleCorrection = Partial<Omit<SaleToPost, 'id' | 'opportunityId'>>;

/** A sale to post → its row. @throws Failure `split-not-whole` */
export const saleRow = (work: Work, sale: SaleToPost): SaleTable => ({
  org_id: work.actor.orgId,
  id: sale.id,
  version: 1,
  created_at: work.at,
  updated_at: work.at,
  archived_at: null,
  owner_id: sale.ownerId,
  backup_id: sale.backupId ?? null,
  external_id: sale.externalId ?? null,
  order_id: sale.orderId ?? null,
  day: sale.day,
  account_id: sale.accountId ?? null,
  opportunity_id: sale.opportunityId ?? null,
  product_id: sale.productId ?? null,
  line: sale.line ?? null,
  segment: sale.segment ?? null,
  region: sale.region ?? null,
  quantity: sale.quantity ?? null,
  revenue_minor: sale.revenueMinor,
  cost_minor: sale.costMinor ?? null,
  currency: sale.currency,
  split: writeSplit(sale.split),
});

const columnOf = {
  day: 'day',
  revenueMinor: 'revenue_minor',
  costMinor: 'cost_minor',
  quantity: 'quantity',
  currency: 'currency',
  ownerId: 'owner_id',
  backupId: 'backup_id',
  externalId: 'external_id',
  orderId: 'order_id',
  accountId: 'account_id',
  productId: 'product_id',
  line: 'line',
  segment: 'segment',
  region: 'region',
} as const satisfies Partial<Record<keyof SaleCorrection, keyof SaleTable>>;

/**
 * The row as the correction leaves it, and what of it is to be derived anew: another product brings its line and another
 * account its segment and region, unless the correction names its own. @throws Failure `split-not-whole`
 */
export function corrected(row: SaleTable, said: SaleCorrection): { after: SaleTable; derived: Derived } {
  const after: SaleTable = { ...row };
  for (const [field, column] of Object.entries(columnOf) as [keyof typeof columnOf, keyof SaleTable][])
    if (said[field] !== undefined) Object.assign(after, { [column]: said[field] });
  if (said.split !== undefined) after.split = writeSplit(said.split);
  const otherProduct = after.product_id !== row.product_id;
  const otherAccount = after.account_id !== row.account_id;
  const derived = {
    line: said.line === null || (otherProduct && said.line === undefined),
    segment: said.segment === null || (otherAccount && said.segment === undefined),
    region: said.region === null || (otherAccount && said.region === undefined),
  };
  for (const column of ['line', 'segment', 'region'] as const) if (derived[column]) after[column] = null;
  return { after, derived };
}

/** Columns that only name the sale: a change of them alone leaves the books as they are. */
const namesOnly = new Set<keyof SaleTable>(['external_id', 'order_id', 'backup_id']);

/** The columns in which two states of a sale differ, and whether its credits are touched. */
export function differing(before: SaleTable, after: SaleTable) {
  const columns = ([...Object.values(columnOf), 'split', 'archived_at'] as const).filter(
    (column) => before[column] !== after[column],
  );
  return { columns, touchesCredits: columns.some((column) => !namesOnly.has(column)) };
}

/** Some columns of a row, for the change record. */
export const pick = (row: SaleTable, columns: readonly (keyof SaleTable)[]): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column, row[column]]));

/** All that a new sale states, for the change record. */
export const stated = (row: SaleTable): Record<string, unknown> =>
  pick(
    row,
    ([...Object.values(columnOf), 'split', 'opportunity_id'] as const).filter((column) => row[column] !== null),
  );
