import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { Stake } from '@milepost/core/priority/stake';
import { type ExpressionBuilder, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';
import { type Loose, loose } from './whose-store.ts';

/** A customer is worth what a year of theirs brought in. */
const yearDays = 365;
const idsAtOnce = 5000;

const inParts = async <T>(ids: readonly string[], read: (some: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = [];
  for (let from = 0; from < ids.length; from += idsAtOnce)
    found.push(...(await read(ids.slice(from, from + idsAtOnce))));
  return found;
};

type DealRow = { id: string; amount: number | null; currency: string; bp: number; closes: string | null };

/** What is at stake with a deal: its weighted value over the days until it is to close. Null without an amount in the house's currency. */
export function opportunityStake(actor: Actor, day: string, deal: DealRow): Stake | null {
  if (deal.amount === null || deal.currency !== actor.organisation.currency || deal.closes === null) return null;
  const days = toDay(deal.closes) - toDay(day);
  return { kind: 'deal', id: deal.id, amount: deal.amount, probability: deal.bp / 10_000, days: Math.max(1, days) };
}

/** The open deals in sight among some, by their ids. */
export async function opportunityStakes(
  db: Db,
  actor: Actor,
  day: string,
  ids: readonly string[],
): Promise<Map<string, Stake>> {
  const rows = await inParts(
    ids,
    async (some) =>
      (await loose(db)
        .selectFrom('opportunity as o')
        .innerJoin('stage as s', (join) => join.onRef('s.org_id', '=', 'o.org_id').onRef('s.id', '=', 'o.stage_id'))
        .select(['o.id as id', 'o.amount_minor as amount', 'o.currency as currency', 'o.expected_close_on as closes'])
        .select('s.probability_bp as bp')
        .where('o.org_id', '=', actor.orgId)
        .where('o.id', 'in', some)
        .where('o.archived_at', 'is', null)
        .where('s.category', '=', 'open')
        .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, ['o.owner_id', 'o.backup_id'])(eb))
        .execute()) as unknown as DealRow[],
  );
  return new Map(
    rows.flatMap((row) => {
      const stake = opportunityStake(actor, day, row);
      return stake ? [[row.id, stake] as const] : [];
    }),
  );
}

/** The accounts in sight among some: their segment, and what the last year of each brought in; no stake where that was nothing. */
export async function accountStakes(
  db: Db,
  actor: Actor,
  day: string,
  ids: readonly string[],
): Promise<{ segments: Map<string, string | null>; stakes: Map<string, Stake> }> {
  const seen = await inParts(
    ids,
    async (some) =>
      (await loose(db)
        .selectFrom('account')
        .select(['id', 'segment'])
        .where('org_id', '=', actor.orgId)
        .where('id', 'in', some)
        .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf.account)(eb))
        .execute()) as unknown as { id: string; segment: string | null }[],
  );
  const since = toIso(toDay(day) - yearDays);
  const { currency } = actor.organisation;
  const sold = await inParts(
    seen.map(({ id }) => id),
    async (some) =>
      db
        .selectFrom('credit')
        .select('account_id')
        .select(sql<number>`sum(case when currency = ${currency} then revenue_minor else org_minor end)`.as('revenue'))
        .where('org_id', '=', actor.orgId)
        .where('account_id', 'in', some)
        .where('day', '>', since)
        .where('day', '<=', day)
        .groupBy('account_id')
        .execute(),
  );
  return {
    segments: new Map(seen.map(({ id, segment }) => [id, segment])),
    stakes: new Map(
      sold.flatMap(({ account_id, revenue }) =>
        account_id !== null && Number(revenue ?? 0) > 0
          ? [
              [
                account_id,
                { kind: 'customer', id: account_id, amount: Number(revenue), days: yearDays } as const,
              ] as const,
            ]
          : [],
      ),
    ),
  };
}
