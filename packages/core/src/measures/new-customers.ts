import { addMonths, type Day } from '../calendar/civil-day.ts';
import type { MeasureDefinition } from './definition.ts';

/** What a customer bought on a day, in minor units; returns are negative. */
export type Purchase = { readonly customerId: string; readonly day: Day; readonly revenue: number };

/** A customer who became a valid new one, and the day on which that was so. */
export type NewCustomer = { readonly customerId: string; readonly day: Day };

/**
 * The valid new customers of a history of purchases, by day. A relationship begins with the first purchase ever or, where the
 * definition says so, with the first one `afterMonths` months or longer after the one before. The customer counts once a beginning,
 * on the day on which what was bought since then reaches the minimum (less returns); a beginning that never reaches it counts for
 * nothing. A day with nothing but returns neither begins nor keeps up a relationship.
 *
 * The whole history up to the last day asked for has to be given: a purchase left out makes an old customer a new one.
 * Throws RangeError on a revenue that is no safe whole number, and on months or a minimum that are negative or not whole.
 */
export function newCustomers(
  purchases: readonly Purchase[],
  { afterMonths, minRevenueMinor }: Pick<MeasureDefinition['newCustomer'], 'afterMonths' | 'minRevenueMinor'>,
): NewCustomer[] {
  demandWhole('months', afterMonths ?? 1, 1);
  demandWhole('minimum revenue', minRevenueMinor, 0);
  const found: NewCustomer[] = [];
  for (const [customerId, own] of Map.groupBy(purchases, (purchase) => purchase.customerId)) {
    let [last, since, isCounted] = [null as Day | null, 0, false];
    for (const [day, revenue] of byDay(own)) {
      const isPurchase = revenue > 0;
      const isBeginning =
        isPurchase && (last === null || (afterMonths !== null && addMonths(last, afterMonths) <= day));
      if (isBeginning) [since, isCounted] = [0, false];
      if (isPurchase) last = day;
      if (last === null) continue;
      since += revenue;
      if (isCounted || since < minRevenueMinor || since <= 0) continue;
      isCounted = true;
      found.push({ customerId, day });
    }
  }
  return found.sort((a, b) => a.day - b.day || (a.customerId < b.customerId ? -1 : 1));
}

/** The sum of each day, in the order of the days, so that the order of purchases within a day does not matter. */
function byDay(purchases: readonly Purchase[]): [Day, number][] {
  const sums = new Map<Day, number>();
  for (const { day, revenue } of purchases) {
    if (!Number.isSafeInteger(revenue)) throw new RangeError(`Revenue is whole minor units; got ${revenue}.`);
    sums.set(day, (sums.get(day) ?? 0) + revenue);
  }
  return [...sums].sort(([a], [b]) => a - b);
}

function demandWhole(what: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`The ${what} of a new customer is a whole number from ${least}; got ${value}.`);
}
