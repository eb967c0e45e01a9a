import type { DaySale, SalesHistory } from './sales-history.ts';
import { daysKnown, salesHistory } from './sales-history.ts';

/** A history without what makes single days tower above it, and what was taken off, a day of the whole history. */
export type CalmHistory = { readonly history: SalesHistory; readonly excessPerDay: number };

/** A day towers when it sold more than half of what a window of that length usually brings, and twenty times a usual selling day. */
const shareOfWindow = 0.5;
const timesUsual = 20;

/**
 * One big sale says little about when the next one comes: it is cut to a usual selling day, and the rest counts as a rate over the whole
 * history. A history without such a day is given back as it is, and so is one that is too short to tell what is usual: three windows.
 */
export function calmHistory(history: SalesHistory, horizon: number): CalmHistory {
  const days = daysKnown(history);
  const windows = Math.floor(days / horizon);
  if (windows < 3) return { history, excessPerDay: 0 };
  const usualWindow = median(
    Array.from({ length: windows }, (_, back) =>
      history.sold(history.last - (back + 1) * horizon, history.last - back * horizon),
    ),
  );
  const byDay = Array.from({ length: days }, (_, at): DaySale => {
    const day = history.first + at;
    return { day, amount: history.sold(day - 1, day) };
  });
  const usual = median(byDay.flatMap(({ amount }) => (amount > 0 ? [amount] : [])));
  const towersFrom = Math.max(shareOfWindow * usualWindow, timesUsual * usual);
  if (!(towersFrom > 0) || byDay.every(({ amount }) => amount <= towersFrom)) return { history, excessPerDay: 0 };
  let excess = 0;
  const calm = byDay.map(({ day, amount }) => {
    if (amount <= towersFrom) return { day, amount };
    excess += amount - usual;
    return { day, amount: usual };
  });
  return { history: salesHistory(calm, history.last) ?? history, excessPerDay: excess / days };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
