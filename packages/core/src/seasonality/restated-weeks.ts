/**
 * The 52 weeks of a year as they are compared with other years: a year of 53 weeks drops its first, so that the same
 * weeks of trade stand beside each other (the restated calendar of the National Retail Federation). Throws RangeError on
 * any other number of weeks.
 */
export function restatedWeeks(weeks: readonly number[]): number[] {
  if (weeks.length !== 52 && weeks.length !== 53) {
    throw new RangeError(`A year has 52 or 53 weeks; got ${weeks.length}.`);
  }
  return weeks.slice(-52);
}
