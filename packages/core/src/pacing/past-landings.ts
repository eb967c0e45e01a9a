import { landing, type PastLanding } from './landing.ts';

const yearLength = 12;

/**
 * Landings as they would have been projected in the past, with what came: for each run of twelve months that has another before it, after
 * the same number of months as now. No plan is kept of those years, so the twelve months before stand in for it. The last run ends with the
 * last month; runs overlap.
 * @param months what was sold in whole months, oldest first; months before the first sale are left out
 * @param elapsed whole months of the year that are over, 0–11 @param averageDeal mean size of a deal, in money
 * Throws RangeError on months elapsed that are none.
 */
export function pastLandings(months: readonly number[], elapsed: number, averageDeal: number | null): PastLanding[] {
  if (!Number.isInteger(elapsed) || elapsed < 0 || elapsed >= yearLength)
    throw new RangeError(`Of a year 0 to 11 months are over; got ${elapsed}.`);
  const first = months.findIndex((amount) => amount !== 0);
  const known = first < 0 ? [] : months.slice(first);
  const sum = (from: number, to: number): number => known.slice(from, to).reduce((total, amount) => total + amount, 0);
  const found: PastLanding[] = [];
  for (let start = yearLength; start + yearLength <= known.length; start += 1) {
    const projected = landing({
      actual: sum(start, start + elapsed),
      planToDate: sum(start - yearLength, start - yearLength + elapsed),
      rest: sum(start - yearLength + elapsed, start),
      averageDeal,
    });
    if (projected) found.push({ projected: projected.value, actual: sum(start, start + yearLength) });
  }
  return found;
}
