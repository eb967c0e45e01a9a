import type { CreditView, SaleView } from '@milepost/contract/sales';
import { WHOLE_BP } from '@milepost/core/sales/credit';
import type { Actor } from '../../auth/actor.ts';
import { type Names, nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { CreditTable, SaleTable } from '../../db/tables/sales.ts';
import { readSplit } from './split-store.ts';

/** A split with the names of its people. */
export const splitView = (column: string | null, people: Names): SaleView['split'] =>
  readSplit(column)?.map(({ personId, shareBp }) => ({
    person: nameOf(people, personId) ?? { id: personId, name: '' },
    share: shareBp / WHOLE_BP,
  })) ?? null;

/** The people a split names. */
export const peopleOf = (column: string | null): string[] => (readSplit(column) ?? []).map(({ personId }) => personId);

export async function saleViews(db: Db, actor: Actor, rows: readonly SaleTable[]): Promise<SaleView[]> {
  const names = await namesOf(db, actor, {
    person: rows.flatMap((row) => [row.owner_id, row.backup_id, ...peopleOf(row.split)]),
    account: rows.map((row) => row.account_id),
    product: rows.map((row) => row.product_id),
    opportunity: rows.map((row) => row.opportunity_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    day: row.day,
    externalId: row.external_id,
    orderId: row.order_id,
    line: row.line,
    segment: row.segment,
    region: row.region,
    quantity: row.quantity,
    revenueMinor: row.revenue_minor,
    costMinor: row.cost_minor,
    currency: row.currency,
    account: nameOf(names.account, row.account_id),
    product: nameOf(names.product, row.product_id),
    opportunity: nameOf(names.opportunity, row.opportunity_id),
    isOfOpportunity: row.opportunity_id !== null,
    owner: nameOf(names.person, row.owner_id),
    backup: nameOf(names.person, row.backup_id),
    split: splitView(row.split, names.person),
  }));
}

export async function creditViews(db: Db, actor: Actor, rows: readonly CreditTable[]): Promise<CreditView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.person_id),
    team: rows.map((row) => row.team_id),
    account: rows.map((row) => row.account_id),
    product: rows.map((row) => row.product_id),
  });
  return rows.map((row) => ({
    id: row.id,
    saleId: row.sale_id,
    day: row.day,
    kind: row.kind,
    reversesId: row.reverses_id,
    person: nameOf(names.person, row.person_id),
    team: nameOf(names.team, row.team_id),
    share: row.share_bp / WHOLE_BP,
    quantity: row.quantity,
    revenueMinor: row.revenue_minor,
    costMinor: row.cost_minor,
    currency: row.currency,
    account: nameOf(names.account, row.account_id),
    product: nameOf(names.product, row.product_id),
    line: row.line,
    segment: row.segment,
    region: row.region,
    postedAt: row.created_at,
  }));
}
