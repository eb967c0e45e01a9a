import { addMonths, toDay } from '../calendar/civil-day.ts';

/** Days on a rung, both included; `to` is null while somebody stands there. */
export type RungTerm = { readonly rungId: string; readonly from: string; readonly to: string | null };

/**
 * Whole months that somebody has spent on each rung by a day, all terms of a rung together. A term counts the months that have ended by
 * that day: from 31 January to 27 February none, by the 28th one.
 * @throws RangeError for a term that ends before it starts, or a day that does not exist
 */
export function monthsIn(terms: readonly RungTerm[], day: string): Map<string, number> {
  const months = new Map<string, number>();
  for (const { rungId, from, to } of terms) {
    if (to !== null && to < from) throw new RangeError('A term ends before it starts.');
    const end = toDay(to === null || to > day ? day : to);
    let whole = 0;
    while (addMonths(toDay(from), whole + 1) <= end) whole += 1;
    months.set(rungId, (months.get(rungId) ?? 0) + whole);
  }
  return months;
}
