import type { Day } from '../calendar/civil-day.ts';

/** One exit criterion as of a day: what was measured up to it, what is asked, by when, and where it is headed by then. */
export type CriterionState = {
  /** Null when it cannot be measured. */
  readonly value: number | null;
  readonly atLeast: number;
  readonly by: Day;
  /** Where the value will be on the day, at the pace so far; null when nothing can be said yet. */
  readonly projected: number | null;
};

export type MilestoneStatus = 'reached' | 'on-track' | 'at-risk' | 'missed' | 'unknown';

/**
 * Where one criterion stands at the end of a day: `reached` as soon as the value is there; `missed` when its day is over
 * without; before that `on-track` or `at-risk` by the dated projection, never by hand; `unknown` where nothing can be
 * measured, or nothing can be projected yet.
 *
 * Throws RangeError on numbers that are not finite.
 */
export function criterionStatus({ value, atLeast, by, projected }: CriterionState, asOf: Day): MilestoneStatus {
  for (const number of [value, atLeast, projected]) {
    if (number !== null && !Number.isFinite(number)) throw new RangeError(`A criterion is a number; got ${number}.`);
  }
  if (value === null) return 'unknown';
  if (value >= atLeast) return 'reached';
  if (asOf >= by) return 'missed';
  if (projected === null) return 'unknown';
  return projected >= atLeast ? 'on-track' : 'at-risk';
}

/** From the worst to the best: a milestone is as good as its worst criterion. */
const fromTheWorst: readonly MilestoneStatus[] = ['missed', 'at-risk', 'unknown', 'on-track', 'reached'];

/** The status of a milestone: that of its worst criterion; `unknown` without any. */
export function milestoneStatus(criteria: readonly MilestoneStatus[]): MilestoneStatus {
  return fromTheWorst.find((status) => criteria.includes(status)) ?? 'unknown';
}
