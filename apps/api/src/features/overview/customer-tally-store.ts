import { type Day, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { newCustomers } from '@milepost/core/measures/new-customers';
import { monthlyWindows } from '@milepost/core/measures/repurchase';
import { sql } from 'kysely';
import type { CustomerTallyTable, TallyMeasure } from '../../db/tables/overview.ts';
import { addToTally, bothGrains, sumUp } from '../../db/tally-store.ts';
import type { Work } from '../../db/work.ts';
import { definitions } from '../measures/definition-store.ts';
import { books } from '../sales/books-store.ts';

type Entry = Omit<CustomerTallyTable, 'org_id' | 'account_id'>;
type Credit = { day: string; person_id: string | null; revenue_minor: number; currency: string };
type Definition = Awaited<ReturnType<typeof definitions.inForce>>;

const idsAtOnce = 500;
const ofCustomers = ['new_customers', 'repurchase_windows', 'repurchases'] as const satisfies readonly TallyMeasure[];
/** A window is judged by all that is known; those that are open yet are left out where they are read. */
const endOfTime = toDay('9999-12-31');

/** What one customer's purchases add: a valid new customer by day, and the windows that months opened and what came of them. */
function entriesOf(credits: readonly Credit[], { newCustomer, repurchase }: Definition, home: string): Entry[] {
  const sums = new Map<string, number>();
  // The first positive credit of a day stands for it: the one that carries the count of its sale.
  const standsFor = new Map<Day, string>();
  const isOfHome = newCustomer.minRevenueMinor > 0;
  const forNew = new Map<string, number>();
  for (const { day, person_id, revenue_minor, currency } of credits) {
    sums.set(day, (sums.get(day) ?? 0) + revenue_minor);
    if (!isOfHome || currency === home) forNew.set(day, (forNew.get(day) ?? 0) + revenue_minor);
    if (revenue_minor > 0 && !standsFor.has(toDay(day))) standsFor.set(toDay(day), person_id ?? '');
  }
  const purchases = [...forNew].map(([day, revenue]) => ({ customerId: '', day: toDay(day), revenue }));
  const orders = [...sums].flatMap(([day, revenue]) => (revenue > 0 ? [{ customerId: '', day: toDay(day) }] : []));
  const entries = newCustomers(purchases, newCustomer).flatMap(({ day }): Entry[] => {
    const person = standsFor.get(day);
    return person === undefined ? [] : [{ measure: 'new_customers', period: toIso(day), person_id: person, value: 1 }];
  });
  for (const { month, window } of monthlyWindows(orders, repurchase, endOfTime)) {
    const person_id = standsFor.get(window.opensOn);
    if (person_id === undefined) continue;
    const of = { period: toIso(month).slice(0, 7), person_id, value: 1 };
    entries.push({ measure: 'repurchase_windows', ...of });
    if (window.repurchasedOn !== null) entries.push({ measure: 'repurchases', ...of });
  }
  return entries;
}

/** Of the measures of customers those that have a day; windows are of a month. */
const ofDays: readonly TallyMeasure[] = ['new_customers'];

const added = (entry: Entry, sign: 1 | -1) => {
  const { measure, period, person_id, value } = entry;
  return ofDays.includes(measure)
    ? bothGrains({ measure, day: period, personId: person_id, value: sign * value })
    : [{ grain: 'month' as const, measure, period, person_id, value: sign * value }];
};

/** What customers bought, in the order in which their purchases are reckoned. */
const creditsOf = ({ db, actor }: Work) =>
  db
    .selectFrom('credit')
    .select(['account_id', 'day', 'person_id', 'revenue_minor', 'currency'])
    .where('org_id', '=', actor.orgId)
    .orderBy('account_id')
    .orderBy('day')
    .orderBy('sale_count', 'desc')
    .orderBy('id');

/** Reckons customers by all their credits, and writes what each adds. */
async function enter(
  { db, actor }: Work,
  definition: Definition,
  credits: readonly (Credit & { account_id: string | null })[],
) {
  const fresh = [...Map.groupBy(credits, ({ account_id }) => String(account_id))].flatMap(([account_id, own]) =>
    entriesOf(own, definition, actor.organisation.currency).map((entry) => ({ account_id, ...entry })),
  );
  for (let at = 0; at < fresh.length; at += idsAtOnce)
    await db
      .insertInto('customer_tally')
      .values(fresh.slice(at, at + idsAtOnce).map((entry) => ({ org_id: actor.orgId, ...entry })))
      .execute();
  return fresh;
}

/** Sums what all customers add, where nothing of them stands in the tally: by the day of new customers, and all by month. */
async function sumCustomers({ db, actor }: Work): Promise<void> {
  for (const grain of ['day', 'month'] as const) {
    const period = grain === 'day' ? sql<string>`period` : sql<string>`substr(period, 1, 7)`;
    const measures = grain === 'day' ? ofDays : ofCustomers;
    await db
      .insertInto('tally')
      .columns(['org_id', 'grain', 'measure', 'period', 'person_id', 'value'])
      .expression((eb) =>
        eb
          .selectFrom('customer_tally')
          .select(['org_id', sql.lit(grain).as('grain'), 'measure', period.as('of_period'), 'person_id'])
          .select((inner) => inner.fn.sum<number>('value').as('value'))
          .where('org_id', '=', actor.orgId)
          .where('measure', 'in', measures)
          .groupBy(['org_id', 'measure', period, 'person_id']),
      )
      .execute();
  }
}

/** What customers add to the tally. It is reckoned anew of those whose purchases changed, in the transaction that changed them. */
export const customerTally = {
  async follow(work: Work, accountIds: readonly (string | null)[]): Promise<void> {
    const { db, actor } = work;
    const all = [...new Set(accountIds.filter((id) => id !== null))].sort();
    if (all.length === 0) return;
    const definition = await definitions.inForce(db, actor);
    const sums = sumUp([]);
    for (let from = 0; from < all.length; from += idsAtOnce) {
      const ids = all.slice(from, from + idsAtOnce);
      const credits = await creditsOf(work).where('account_id', 'in', ids).execute();
      const known = await db
        .deleteFrom('customer_tally')
        .where('org_id', '=', actor.orgId)
        .where('account_id', 'in', ids)
        .returning(['measure', 'period', 'person_id', 'value'])
        .execute();
      const fresh = await enter(work, definition, credits);
      sumUp(
        known.flatMap((entry) => added({ ...entry, value: Number(entry.value) }, -1)),
        sums,
      );
      sumUp(
        fresh.flatMap((entry) => added(entry, 1)),
        sums,
      );
    }
    await addToTally(db, actor.orgId, sums.values());
  },

  /**
   * All customers anew: the definitions changed, or the tally is younger than the books. Nobody posts meanwhile, so that all is taken out
   * at once and summed in the database. @returns how many customers there are
   */
  async followAll(work: Work): Promise<number> {
    const { db, actor } = work;
    await books.take(work);
    await db.deleteFrom('customer_tally').where('org_id', '=', actor.orgId).execute();
    await db.deleteFrom('tally').where('org_id', '=', actor.orgId).where('measure', 'in', ofCustomers).execute();
    const definition = await definitions.inForce(db, actor);
    let [last, count] = ['', 0];
    for (;;) {
      const accounts = await db
        .selectFrom('account')
        .select('id')
        .where('org_id', '=', actor.orgId)
        .where('id', '>', last)
        .orderBy('id')
        .limit(idsAtOnce)
        .execute();
      const { id } = accounts.at(-1) ?? {};
      if (id === undefined) break;
      const credits = creditsOf(work).where('account_id', '>', last).where('account_id', '<=', id);
      await enter(work, definition, await credits.execute());
      [last, count] = [id, count + accounts.length];
    }
    await sumCustomers(work);
    return count;
  },

  /** Are there books of customers, and nothing reckoned of them? */
  async isMissing(work: Work): Promise<boolean> {
    const of = (table: 'customer_tally' | 'credit') =>
      work.db
        .selectFrom(table)
        .select('account_id')
        .where('org_id', '=', work.actor.orgId)
        .where('account_id', 'is not', null)
        .limit(1)
        .executeTakeFirst();
    return (await of('customer_tally')) === undefined && (await of('credit')) !== undefined;
  },
};
