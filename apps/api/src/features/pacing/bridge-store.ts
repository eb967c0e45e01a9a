import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

/** An opportunity as the bridge needs it: how it stands, whose and of which line it is. */
export type BridgeOpportunity = {
  id: string;
  name: string;
  personId: string;
  line: string;
  category: 'open' | 'won' | 'lost';
  amount: number | null;
  probabilityBp: number;
  closedOn: string | null;
  expectedCloseOn: string | null;
};

/** Opportunities in the organisation's currency, of the people in sight, that were or were to be closed between two days. */
export async function closingBetween(
  db: Db,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<BridgeOpportunity[]> {
  const rows = await db
    .selectFrom('opportunity as o')
    .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
    .leftJoin('product as p', (join) => join.onRef('p.org_id', '=', 'o.org_id').onRef('p.id', '=', 'o.product_id'))
    .select(['o.id', 'o.name', 'o.owner_id', 'o.amount_minor', 'o.closed_on', 'o.expected_close_on'])
    .select(['s.category', 's.probability_bp', 'p.line'])
    .where('o.org_id', '=', actor.orgId)
    .where('o.archived_at', 'is', null)
    .where('o.currency', '=', actor.organisation.currency)
    .where((eb) => visibleTo(actor, ['o.owner_id'])(eb as never) as never)
    .where((eb) =>
      eb.or([
        eb.and([eb('o.closed_on', '>=', from), eb('o.closed_on', '<=', to)]),
        eb.and([
          eb('s.category', '=', 'open'),
          eb('o.expected_close_on', '>=', from),
          eb('o.expected_close_on', '<=', to),
        ]),
      ]),
    )
    .orderBy('o.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    personId: row.owner_id ?? '',
    line: row.line ?? '',
    category: row.category,
    amount: row.amount_minor,
    probabilityBp: row.probability_bp,
    closedOn: row.closed_on,
    expectedCloseOn: row.expected_close_on,
  }));
}

/** A credit in another currency, with what it is at the rate of its day; null where none was known. */
export type CreditAbroad = {
  id: string;
  day: string;
  personId: string;
  line: string;
  segment: string;
  region: string;
  productId: string;
  currency: string;
  local: number;
  atDayRate: number | null;
  sales: number;
};

/** The credits in other currencies of the people in reach between two days. */
export async function creditsAbroad(
  db: Db,
  actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<CreditAbroad[]> {
  const all = db
    .selectFrom('credit')
    .select(['id', 'day', 'person_id', 'line', 'currency', 'revenue_minor', 'org_minor', 'sale_count'])
    .select(['segment', 'region', 'product_id'])
    .where('org_id', '=', actor.orgId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('currency', '!=', actor.organisation.currency);
  const own = actor.reach === 'all' ? all : all.where('person_id', 'in', [...actor.reach]);
  const rows = await own.orderBy('day').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    day: row.day,
    personId: row.person_id ?? '',
    line: row.line ?? '',
    segment: row.segment ?? '',
    region: row.region ?? '',
    productId: row.product_id ?? '',
    currency: row.currency,
    local: row.revenue_minor,
    atDayRate: row.org_minor,
    sales: row.sale_count,
  }));
}
