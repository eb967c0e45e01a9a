import { type Day, type Weekday, weekdayOf } from '../calendar/civil-day.ts';
import { type Curve, survivalAt } from '../survival/kaplan-meier.ts';
import type { Standing } from './invoice.ts';

/** Cash that is expected in one week (the first is what is left of the week under way), in whole minor units. */
export type CashWeek = { readonly first: Day; readonly last: Day; readonly expected: number };

/** What is open, by when it is expected; `weeks`, `later` and `unknown` sum to it. */
export type ExpectedCash = {
  readonly weeks: readonly CashWeek[];
  /** Expected after the last week, or never. */
  readonly later: number;
  /** Open at an age at which nothing was ever paid: the history says nothing of it. */
  readonly unknown: number;
};

/** The weeks after a day: the rest of the one under way, then whole ones. */
export function weeksAfter(on: Day, count: number, weekStart: Weekday): { first: Day; last: Day }[] {
  const weeks: { first: Day; last: Day }[] = [];
  for (let first = on + 1; weeks.length < count; ) {
    const last = first + 6 - ((weekdayOf(first) - weekStart + 7) % 7);
    weeks.push({ first, last });
    first = last + 1;
  }
  return weeks;
}

/**
 * The chance that what is open at an age today comes in within so many days after today; null where the history says nothing, as
 * everything of that age had been paid.
 */
export function chanceWithin(curve: Curve, age: number, days: number): number | null {
  const now = survivalAt(curve, age);
  return now <= 0 || curve.length === 0 ? null : 1 - survivalAt(curve, age + days) / now;
}

/**
 * Cash by week from what is open: Σ open × chance of being paid in that week at its age, by the curve of the past. Rounded so that the
 * weeks sum to the rounded sum (cumulatively), and all of it to what is open.
 */
export function expectedCash(
  standings: readonly Standing[],
  curve: Curve,
  { on, count, weekStart }: { readonly on: Day; readonly count: number; readonly weekStart: Weekday },
): ExpectedCash {
  const open = standings.filter((one) => one.open > 0);
  const known = open.filter(({ invoice }) => chanceWithin(curve, on - invoice.issued, 0) !== null);
  const openOf = (some: readonly Standing[]): number => some.reduce((sum, one) => sum + one.open, 0);
  let before = 0;
  const weeks = weeksAfter(on, count, weekStart).map((week) => {
    const until = Math.round(
      known.reduce(
        (sum, one) => sum + one.open * (chanceWithin(curve, on - one.invoice.issued, week.last - on) ?? 0),
        0,
      ),
    );
    const expected = until - before;
    before = until;
    return { ...week, expected };
  });
  return { weeks, later: openOf(known) - before, unknown: openOf(open) - openOf(known) };
}
