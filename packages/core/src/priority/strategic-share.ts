/** A week as the counter sees it: hours there were, and hours of strategic work that were done. */
export type StrategicWeek = { readonly hours: number; readonly done: number };

/** Of the hours of a week, so much is kept for strategic work where nobody says otherwise. */
export const usualShare = 0.15;

/**
 * The hours that strategic work has coming (deficit round robin, Shreedhar & Varghese 1995): each week adds `share` of its hours, what
 * is done takes off. `D ← min(D + s·H, max(2·s·H, longest waiting))`, so that idle weeks do not pile up, and a long task is never
 * starved by the cap. `weeks` from the oldest to the one under way.
 *
 * Throws RangeError on a share outside 0–1 and on negative hours.
 */
export function strategicDeficit(
  weeks: readonly StrategicWeek[],
  { share, longestWaiting }: { readonly share: number; readonly longestWaiting: number },
): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A share is 0 to 1; got ${share}.`);
  let deficit = 0;
  for (const { hours, done } of weeks) {
    if (!(hours >= 0 && done >= 0)) throw new RangeError(`Hours are 0 or more; got ${hours} and ${done}.`);
    deficit = Math.max(0, grown(deficit, share * hours, longestWaiting) - done);
  }
  return deficit;
}

/** The counter after a week's share was added to it. */
export const grown = (deficit: number, weekly: number, longestWaiting: number): number =>
  Math.min(deficit + weekly, Math.max(2 * weekly, longestWaiting));

/**
 * How many tasks at the head of the strategic lane are due: each is served while the hours it has coming cover it. The next one that
 * they do not cover waits, and so do those behind it. `hours` in the order of the lane.
 */
export function strategicServed(hours: readonly number[], deficit: number): { count: number; left: number } {
  let left = deficit;
  let count = 0;
  // A billionth of an hour is no reason to wait a week.
  while (count < hours.length && left + 1e-9 >= (hours[count] as number)) {
    left = Math.max(0, left - (hours[count] as number));
    count += 1;
  }
  return { count, left };
}

/** Whole weeks up to the one under way in which nothing strategic was done: after two of them it is reported. */
export function weeksWithout(weeks: readonly StrategicWeek[]): number {
  const last = weeks.slice(0, -1).findLastIndex(({ done }) => done > 0);
  return Math.max(0, weeks.length - 1 - (last + 1));
}
