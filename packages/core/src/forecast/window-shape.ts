import type { Day } from '../calendar/civil-day.ts';
import { type SalesHistory, shiftMonths } from './sales-history.ts';

/** A window of days after an origin by the months it covers, each counted from the origin's day of the month. */
export type WindowMonth = { readonly ahead: number; readonly share: number };

/**
 * Which months after `origin` a window of `horizon` days covers: whole ones with share 1, the last one with the share of a month that was
 * sold in its first days so far. Businesses that invoice on the last day of the month sell nothing in the first 29.
 */
export function windowMonths(history: SalesHistory, horizon: number): WindowMonth[] {
  const origin = history.last;
  const end = origin + horizon;
  const covered: WindowMonth[] = [];
  for (let ahead = 1; ; ahead += 1) {
    const [after, last] = [shiftMonths(origin, ahead - 1), shiftMonths(origin, ahead)];
    if (end <= after) return covered;
    if (end >= last) covered.push({ ahead, share: 1 });
    else covered.push({ ahead, share: shareOfFirstDays(history, end - after, last - after) });
  }
}

/** The share of a month's sales that came in its first days, over the last year; pulled to the share of days by one month of evidence. */
function shareOfFirstDays(history: SalesHistory, days: number, monthDays: number): number {
  const even = days / monthDays;
  let [early, whole, months] = [0, 0, 0];
  for (let back = 1; back <= 12; back += 1) {
    const after: Day = shiftMonths(history.last, -back);
    const last: Day = shiftMonths(history.last, 1 - back);
    if (after < history.first - 1) break;
    // Days are counted from the end of the month where the window is nearer to it, as 28 of 28 days are all of them.
    const left = Math.max(0, monthDays - days);
    const through = even > 0.5 ? Math.max(after, last - left) : Math.min(last, after + days);
    early += history.sold(after, through);
    whole += history.sold(after, last);
    months += 1;
  }
  if (!(whole > 0) || early < 0) return even;
  const share = Math.min(1, early / whole);
  return (share * months + even) / (months + 1);
}
