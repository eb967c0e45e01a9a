import type { Day, Span } from '../calendar/civil-day.ts';
import { isWorkday, type WorkingCalendar } from '../calendar/workdays.ts';

/**
 * A stretch of absence, both days included. `startsAtNoon`: the morning of the first day is worked; `endsAtNoon`: the
 * afternoon of the last day is.
 */
export type Leave = {
  readonly first: Day;
  readonly last: Day;
  readonly startsAtNoon: boolean;
  readonly endsAtNoon: boolean;
};

/** Days on which somebody is away, whole and by half; a day stands in one of both at most. */
export type DaysOff = { readonly daysOff: ReadonlySet<Day>; readonly halfDaysOff: ReadonlySet<Day> };

/** Longer than this is the end of somebody's term, not a leave; in days. */
export const longestLeave = 1100;

/**
 * Whether two leaves have half a day in common. One that ends at noon and one that starts at noon of the same day do not.
 * Throws RangeError on a leave that ends before it starts, or is longer than `longestLeave`.
 */
export function overlaps(one: Leave, other: Leave): boolean {
  const [a, b] = [halvesOf(one), halvesOf(other)];
  return a.first <= b.last && b.first <= a.last;
}

/**
 * The days off that some leaves make together: two halves of one day are a whole day.
 * Throws RangeError as `overlaps` does.
 */
export function daysOffOf(leaves: readonly Leave[]): DaysOff {
  const halves = new Set<number>();
  for (const leave of leaves) {
    const { first, last } = halvesOf(leave);
    for (let half = first; half <= last; half += 1) halves.add(half);
  }
  const daysOff = new Set<Day>();
  const halfDaysOff = new Set<Day>();
  for (const half of halves) {
    const day = Math.floor(half / 2);
    if (halves.has(half ^ 1)) daysOff.add(day);
    else halfDaysOff.add(day);
  }
  return { daysOff, halfDaysOff };
}

/** The working days that days off take out of a span, halves as ½. */
export function workdaysOff({ daysOff, halfDaysOff }: DaysOff, span: Span, calendar: WorkingCalendar): number {
  const counted = (days: ReadonlySet<Day>): number =>
    [...days].filter((day) => day >= span.first && day <= span.last && isWorkday(day, calendar)).length;
  return counted(daysOff) + counted(halfDaysOff) / 2;
}

/** Mornings are even, afternoons odd: half a day is a whole number, and days that touch at noon do not meet. */
function halvesOf({ first, last, startsAtNoon, endsAtNoon }: Leave): { first: number; last: number } {
  const halves = { first: first * 2 + Number(startsAtNoon), last: last * 2 + 1 - Number(endsAtNoon) };
  if (!Number.isInteger(first) || !Number.isInteger(last) || halves.last < halves.first) {
    throw new RangeError('A leave ends after it starts.');
  }
  if (last - first >= longestLeave) throw new RangeError(`A leave is shorter than ${longestLeave} days.`);
  return halves;
}
