import { addMonths, civilDateOf, type Day, dayOf, daysIn, type Span, weekdayOf } from '../calendar/civil-day.ts';
import type { Tier } from '../tiers/tiers.ts';

/** How often an account is promised a visit: so many times a week, calendar month or quarter. */
export type VisitCadence = { readonly count: number; readonly per: PromisePeriod };
export const promisePeriods = ['week', 'month', 'quarter'] as const;
export type PromisePeriod = (typeof promisePeriods)[number];

/** What counts until an organisation says otherwise: A weekly, B twice a month, C once a quarter (52, 24 and 4 a year). */
export const firstPromises: Readonly<Record<Tier, VisitCadence>> = {
  A: { count: 1, per: 'week' },
  B: { count: 2, per: 'month' },
  C: { count: 1, per: 'quarter' },
};

const monthsOf: Readonly<Record<PromisePeriod, number>> = { week: 3 / 13, month: 1, quarter: 3 };
/** Periods of a promise in a year: 52 weeks, 12 months, 4 quarters. */
export const periodsAYear: Readonly<Record<PromisePeriod, number>> = { week: 52, month: 12, quarter: 4 };

/** Visits that a promise makes in a year: weekly 52, twice a month 24, quarterly 4. Throws RangeError on a count below zero or not whole. */
export function visitsAYear(promise: VisitCadence): number {
  demandCount(promise.count);
  return promise.count * periodsAYear[promise.per];
}

/** Visits a month on average, as `cadenceLoad` counts them: 13 weeks are 3 months. */
export function visitsAMonth(promise: VisitCadence): { readonly visits: number; readonly months: number } {
  demandCount(promise.count);
  return promise.per === 'week'
    ? { visits: promise.count * 13, months: 3 }
    : { visits: promise.count, months: monthsOf[promise.per] };
}

/**
 * The period of a promise that a day lies in: its ISO week, its calendar month, or its quarter, where quarters are counted
 * from the first month of the fiscal year (1–12). Throws RangeError on a month that is none.
 */
export function periodOf(per: PromisePeriod, day: Day, firstMonth = 1): Span {
  if (!(Number.isInteger(firstMonth) && firstMonth >= 1 && firstMonth <= 12))
    throw new RangeError(`A year begins in month 1 to 12; got ${firstMonth}.`);
  if (per === 'week') {
    const first = day - weekdayOf(day) + 1;
    return { first, last: first + 6 };
  }
  const { year, month } = civilDateOf(day);
  const length = monthsOf[per];
  const back = per === 'month' ? 0 : (month - firstMonth + 12) % 3;
  const first = addMonths(dayOf({ year, month, dayOfMonth: 1 }), -back);
  return { first, last: addMonths(first, length) - 1 };
}

/** The periods of a promise that touch a span, in order. */
export function periodsOf(per: PromisePeriod, span: Span, firstMonth = 1): Span[] {
  const periods: Span[] = [];
  for (let day = span.first; day <= span.last; ) {
    const period = periodOf(per, day, firstMonth);
    periods.push(period);
    day = period.last + 1;
  }
  return periods;
}

/**
 * Visits that a promise asks for in one of its periods when it holds from a day on: all of them when it held from the first
 * day, else the whole visits of the part that is left.
 */
export function askedIn(promise: VisitCadence, period: Span, since: Day | null): number {
  demandCount(promise.count);
  if (since === null || since <= period.first) return promise.count;
  if (since > period.last) return 0;
  return Math.floor((promise.count * daysIn({ first: since, last: period.last })) / daysIn(period));
}

function demandCount(count: number): void {
  if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`Visits are promised whole; got ${count}.`);
}
