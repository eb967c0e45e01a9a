import { addMonths, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { newCustomers } from '@milepost/core/measures/new-customers';
import { repurchaseWindows } from '@milepost/core/measures/repurchase';
import type { CustomerTallyTable } from '../../db/tables/overview.ts';
import { addToTally, bothGrains } from '../../db/tally-store.ts';
import type { Work } from '../../db/work.ts';
import { definitions } from '../measures/definition-store.ts';

type Entry = Omit<CustomerTallyTable, 'org_id' | 'account_id'>;
type Credit = { day: string; person_id: string | null; revenue_minor: number; currency: string };
type Definition = Awaited<ReturnType<typeof definitions.inForce>>;

const idsAtOnce = 500;
/** A window is judged by all that is known; those that are open yet are left out where they are read. */
const endOfTime = toDay('9999-12-31');

/** What one customer's purchases add: a valid new customer by day, and the windows that months opened and what came of them. */
function entriesOf(credits: readonly Credit[], { newCustomer, repurchase }: Definition, home: string): Entry[] {
  const sums = new Map<string, number>();
  // The first positive credit of a day stands for it: the one that carries the count of its sale.
  const standsFor = new Map<string, string>();
  const isOfHome = newCustomer.minRevenueMinor > 0;
  const forNew = new Map<string, number>();
  for (const { day, person_id, revenue_minor, currency } of credits) {
    sums.set(day, (sums.get(day) ?? 0) + revenue_minor);
    if (!isOfHome || currency === home) forNew.set(day, (forNew.get(day) ?? 0) + revenue_minor);
    if (revenue_minor > 0 && !standsFor.has(day)) standsFor.set(day, person_id ?? '');
  }
  const purchases = [...forNew].map(([day, revenue]) => ({ customerId: '', day: toDay(day), revenue }));
  const orders = [...sums].flatMap(([day, revenue]) => (revenue > 0 ? [{ customerId: '', day: toDay(day) }] : []));
  const entries = newCustomers(purchases, newCustomer).flatMap(({ day }): Entry[] => {
    const person = standsFor.get(toIso(day));
    return person === undefined ? [] : [{ measure: 'new_customers', period: toIso(day), person_id: person, value: 1 }];
  });
  const months = new Set(orders.map(({ day }) => toIso(day).slice(0, 7)));
  for (const month of months) {
    const first = toDay(`${month}-01`);
    const period = { first, last: addMonths(first, 1) - 1 };
    for (const { opensOn, repurchasedOn } of repurchaseWindows(orders, period, repurchase, endOfTime)) {
      const person_id = standsFor.get(toIso(opensOn));
      if (person_id === undefined) continue;
      entries.push({ measure: 'repurchase_windows', period: month, person_id, value: 1 });
      if (repurchasedOn !== null) entries.push({ measure: 'repurchases', period: month, person_id, value: 1 });
    }
  }
  return entries;
}

const added = (entry: Entry, sign: 1 | -1) => {
  const { measure, period, person_id, value } = entry;
  return measure === 'new_customers'
    ? bothGrains({ measure, day: period, personId: person_id, value: sign * value })
    : [{ grain: 'month' as const, measure, period, person_id, value: sign * value }];
};

/** What customers add to the tally. It is reckoned anew of those whose purchases changed, in the transaction that changed them. */
export const customerTally = {
  async follow(work: Work, accountIds: readonly (string | null)[]): Promise<void> {
    const { db, actor } = work;
    const all = [...new Set(accountIds.filter((id) => id !== null))].sort();
    if (all.length === 0) return;
    const definition = await definitions.inForce(db, actor);
    for (let from = 0; from < all.length; from += idsAtOnce) {
      const ids = all.slice(from, from + idsAtOnce);
      const credits = await db
        .selectFrom('credit')
        .select(['account_id', 'day', 'person_id', 'revenue_minor', 'currency'])
        .where('org_id', '=', actor.orgId)
        .where('account_id', 'in', ids)
        .orderBy('account_id')
        .orderBy('day')
        .orderBy('sale_count', 'desc')
        .orderBy('id')
        .execute();
      const known = await db
        .deleteFrom('customer_tally')
        .where('org_id', '=', actor.orgId)
        .where('account_id', 'in', ids)
        .returning(['measure', 'period', 'person_id', 'value'])
        .execute();
      const fresh = [...Map.groupBy(credits, ({ account_id }) => String(account_id))].flatMap(([account_id, own]) =>
        entriesOf(own, definition, actor.organisation.currency).map((entry) => ({ account_id, ...entry })),
      );
      for (let at = 0; at < fresh.length; at += idsAtOnce)
        await db
          .insertInto('customer_tally')
          .values(fresh.slice(at, at + idsAtOnce).map((entry) => ({ org_id: actor.orgId, ...entry })))
          .execute();
      await addToTally(db, actor.orgId, [
        ...known.flatMap((entry) => added({ ...entry, value: Number(entry.value) }, -1)),
        ...fresh.flatMap((entry) => added(entry, 1)),
      ]);
    }
  },

  /** All customers anew: the definitions changed, or the tally is younger than the books. */
  async followAll(work: Work): Promise<number> {
    let [last, count] = ['', 0];
    for (;;) {
      const rows = await work.db
        .selectFrom('account')
        .select('id')
        .where('org_id', '=', work.actor.orgId)
        .where('id', '>', last)
        .orderBy('id')
        .limit(idsAtOnce)
        .execute();
      const ids = rows.map(({ id }) => id);
      await customerTally.follow(work, ids);
      count += ids.length;
      if (ids.length < idsAtOnce) return count;
      last = ids.at(-1) ?? '';
    }
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
