import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type RawBuilder, sql } from 'kysely';
import { orZero } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';

/** What an account brought in twelve months, minor units: revenue whose cost is known, that cost, and revenue without one. */
export type Brought = { costedRevenue: number; cost: number; uncostedRevenue: number };
/** One credit of an account, or one open deal with its probability. */
export type BroughtCredit = { id: string; day: string; revenue: number; cost: number | null };
export type OpenOpportunity = { id: string; name: string; amount: number; probability: number };

const yearDays = 365;
/** The twelve months that end with a day. */
export const yearTo = (day: string) => ({ from: toIso(toDay(day) - yearDays + 1), to: day });

const inOwn = (currency: string, own: string, converted: string): RawBuilder<number | null> =>
  sql`case when currency = ${currency} then ${sql.ref(own)} else ${sql.ref(converted)} end`;

type Ask = { orgId: string; currency: string; day: string };

/** What accounts brought, and what their open deals may bring, of the whole organisation: a tier compares all accounts. */
export const margins = {
  async brought(db: Db, { orgId, currency, day }: Ask): Promise<Map<string, Brought>> {
    const { from, to } = yearTo(day);
    const revenue = inOwn(currency, 'revenue_minor', 'org_minor');
    const cost = inOwn(currency, 'cost_minor', 'org_cost_minor');
    const rows = await db
      .selectFrom('credit')
      .select('account_id')
      .select(sql<number>`sum(case when ${cost} is not null then ${revenue} end)`.as('costed'))
      .select(sql<number>`sum(${cost})`.as('cost'))
      .select(sql<number>`sum(case when ${cost} is null then ${revenue} end)`.as('uncosted'))
      .where('org_id', '=', orgId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where('account_id', 'is not', null)
      .groupBy('account_id')
      .execute();
    return new Map(
      rows.map((row) => [
        String(row.account_id),
        { costedRevenue: orZero(row.costed), cost: orZero(row.cost), uncostedRevenue: orZero(row.uncosted) },
      ]),
    );
  },

  /** The credits of one account; those in another currency without a rate are counted as `unrated`. */
  async creditsOf(db: Db, { orgId, currency, day }: Ask, accountId: string) {
    const { from, to } = yearTo(day);
    const rows = await db
      .selectFrom('credit')
      .select(['id', 'day'])
      .select(inOwn(currency, 'revenue_minor', 'org_minor').as('revenue'))
      .select(inOwn(currency, 'cost_minor', 'org_cost_minor').as('cost'))
      .where('org_id', '=', orgId)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .where('account_id', '=', accountId)
      .orderBy('day')
      .orderBy('id')
      .execute();
    const credits = rows.flatMap(({ id, day: on, revenue, cost }): BroughtCredit[] =>
      revenue === null ? [] : [{ id, day: on, revenue: Number(revenue), cost: cost === null ? null : Number(cost) }],
    );
    return { credits, unrated: rows.length - credits.length };
  },

  /** Open deals with an amount in the organisation's currency, by account. */
  async openDeals(db: Db, { orgId, currency }: Ask, accountId?: string): Promise<Map<string, OpenOpportunity[]>> {
    let deals = db
      .selectFrom('opportunity as o')
      .innerJoin('stage as s', (on) => on.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
      .select(['o.id as id', 'o.name as name', 'o.account_id as accountId', 'o.amount_minor as amount'])
      .select('s.probability_bp as probabilityBp')
      .where('o.org_id', '=', orgId)
      .where('o.archived_at', 'is', null)
      .where('s.category', '=', 'open')
      .where('o.account_id', 'is not', null)
      .where('o.amount_minor', 'is not', null)
      .where('o.currency', '=', currency)
      .orderBy('o.id');
    if (accountId) deals = deals.where('o.account_id', '=', accountId);
    const rows = await deals.execute();
    const shaped = rows.map(({ id, name, accountId: of, amount, probabilityBp }) => ({
      accountId: String(of),
      deal: { id, name, amount: orZero(amount), probability: probabilityBp / 10_000 },
    }));
    return new Map(
      [...Map.groupBy(shaped, ({ accountId: of }) => of)].map(([of, some]) => [of, some.map(({ deal }) => deal)]),
    );
  },
};
