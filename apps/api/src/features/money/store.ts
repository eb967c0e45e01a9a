import { fiscalOf } from '@milepost/contract/calendar';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { periodContaining } from '@milepost/core/calendar/fiscal-year';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { RateTable } from '../../db/tables/money.ts';
import type { Work } from '../../db/work.ts';

/** Under what a rate is found: currencies are priced by the day. */
export const rateKey = ({ currency, day }: { currency: string; day: string }): string => `${currency} ${day}`;

/** A plan rate is that of a fiscal year and stands under its first day. */
export function dayOfRate({ organisation }: Actor, { kind, day }: Pick<RateTable, 'kind' | 'day'>): string {
  return kind === 'day' ? day : toIso(periodContaining(toDay(day), 'year', fiscalOf(organisation)).first);
}

/** Exchange rates are known to everybody of the organisation. */
export const rates = recordStore({
  table: 'rate',
  sort: { day: 'day', currency: 'currency', kind: 'kind', createdAt: 'created_at', updatedAt: 'updated_at' },
  filter: { kind: 'kind', currency: 'currency', day: 'day', source: 'source' },
  search: [],
});

/** Those who write rates of one organisation come one after the other: two for the same day must see each other. */
export const takeRates = async (work: Work): Promise<void> => {
  await work.dialect.lock(`rates:${work.actor.orgId}`)?.execute(work.db);
};

const daysAtOnce = 5000;

/** The rates in use of these days, of every currency. */
export async function dayRates(work: Work, days: readonly string[]): Promise<RateTable[]> {
  const found: RateTable[] = [];
  for (let from = 0; from < days.length; from += daysAtOnce)
    found.push(
      ...(await work.db
        .selectFrom('rate')
        .selectAll()
        .where('org_id', '=', work.actor.orgId)
        .where('kind', '=', 'day')
        .where('day', 'in', days.slice(from, from + daysAtOnce))
        .where('archived_at', 'is', null)
        .execute()),
    );
  return found;
}

/** The last rate of a currency that was known by the end of a day. */
export const latestRate = (work: Work, currency: string, day: string): Promise<RateTable | undefined> =>
  work.db
    .selectFrom('rate')
    .selectAll()
    .where('org_id', '=', work.actor.orgId)
    .where('kind', '=', 'day')
    .where('currency', '=', currency)
    .where('day', '<=', day)
    .where('archived_at', 'is', null)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The last rate of every currency that was known by the end of a day. */
export async function latestRates(db: Db, orgId: string, day: string): Promise<ReadonlyMap<string, RateTable>> {
  const rows = await db
    .selectFrom('rate')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('kind', '=', 'day')
    .where('day', '<=', day)
    .where('archived_at', 'is', null)
    .orderBy('day')
    .execute();
  return new Map(rows.map((row) => [row.currency, row]));
}

/** The rate in use of a currency for a day or plan, if there is one. */
export const rateInUse = (
  work: Work,
  { kind, currency, day }: Pick<RateTable, 'kind' | 'currency' | 'day'>,
): Promise<RateTable | undefined> =>
  work.db
    .selectFrom('rate')
    .selectAll()
    .where('org_id', '=', work.actor.orgId)
    .where('kind', '=', kind)
    .where('currency', '=', currency)
    .where('day', '=', day)
    .where('archived_at', 'is', null)
    .executeTakeFirst();

/** The plan rates of fiscal years that begin between two days, both included. */
export const planRates = (db: Db, orgId: string, { from, to }: { from: string; to: string }): Promise<RateTable[]> =>
  db
    .selectFrom('rate')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('kind', '=', 'plan')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('archived_at', 'is', null)
    .execute();

/** The currencies that have a rate, with the number of their rates. */
export async function currenciesInUse(db: Db, orgId: string): Promise<{ value: string; count: number }[]> {
  const rows = await db
    .selectFrom('rate')
    .select((eb) => ['currency', eb.fn.countAll<number>().as('n')])
    .where('org_id', '=', orgId)
    .where('archived_at', 'is', null)
    .groupBy('currency')
    .orderBy('currency')
    .execute();
  return rows.map(({ currency, n }) => ({ value: currency, count: Number(n) }));
}
