import type { Day } from '../calendar/civil-day.ts';

/** Urgent: a deadline that others set. Strategic: long-term work with a share of the week. Value: all the rest. */
export const lanes = ['urgent', 'strategic', 'value'] as const;
export type Lane = (typeof lanes)[number];

/** Something to do, as the order of a day looks at it. */
export type Task = {
  readonly id: string;
  readonly lane: Lane;
  /** What it takes. Nothing takes no time: less than `leastHours` counts as that. */
  readonly hours: number;
  /** The last day on which it is not late; null where there is none. */
  readonly due: Day | null;
  /** Money at stake with each day of delay, minor units; null when nobody knows, which is not zero. */
  readonly dailyValue: number | null;
  /** Tasks of one segment lend each other the value that is missing. */
  readonly segment: string | null;
  /** The task that has to be done first, if any. */
  readonly blockedBy: string | null;
};

/** Hours below which a task would stand first by its shortness alone. */
export const leastHours = 0.1;

/** Hours as they count in the order. Throws RangeError unless they are finite and not negative. */
export function countedHours(hours: number): number {
  if (!(Number.isFinite(hours) && hours >= 0)) throw new RangeError(`A task takes hours of 0 or more; got ${hours}.`);
  return Math.max(hours, leastHours);
}

/** The order of text by code units, the same everywhere. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
