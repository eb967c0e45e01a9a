import { addMonths, civilDateOf, type Day, daysInMonth } from '../calendar/civil-day.ts';

/** What was sold on one day, in money of one currency; returns are below zero. */
export type DaySale = { readonly day: Day; readonly amount: number };

/** Sales up to the end of a day, and nothing after it: whoever asks beyond `last` is refused, so no method can peek. */
export type SalesHistory = {
  /** The first day with a sale. */
  readonly first: Day;
  readonly last: Day;
  /** What was sold on the days `after < day ≤ through`. Throws RangeError beyond `last`. */
  readonly sold: (after: Day, through: Day) => number;
  /** On how many days from the first to the last something was sold. */
  readonly sellingDays: number;
  /** The same history as it stood at the end of an earlier day. */
  readonly asOf: (day: Day) => SalesHistory;
};

/**
 * The history up to `asOf`, or null when nothing was sold by then. Days in any order, a day may come more than once; what lies after
 * `asOf` is left out. Throws RangeError on an amount that is not finite and on a day that is not whole.
 */
export function salesHistory(sales: readonly DaySale[], asOf: Day): SalesHistory | null {
  let first = Number.POSITIVE_INFINITY;
  for (const { day, amount } of sales) {
    if (!Number.isInteger(day) || !Number.isFinite(amount))
      throw new RangeError(`A sale has a whole day and a finite amount; got ${day} and ${amount}.`);
    if (amount !== 0) first = Math.min(first, day);
  }
  if (first > asOf) return null;
  const byDay = new Array<number>(asOf - first + 1).fill(0);
  for (const { day, amount } of sales) {
    const at = day - first;
    if (at >= 0 && day <= asOf) byDay[at] = (byDay[at] ?? 0) + amount;
  }
  let [sum, selling] = [0, 0];
  const running = byDay.map((amount) => {
    sum += amount;
    if (amount !== 0) selling += 1;
    return { sum, selling };
  });
  const upTo = (day: Day): number => (day < first ? 0 : (running[day - first]?.sum ?? 0));
  const viewAt = (last: Day): SalesHistory => ({
    first,
    last,
    sold: (after, through) => {
      if (through > last) throw new RangeError(`Nothing is known after day ${last}; asked for ${through}.`);
      return upTo(through) - upTo(after);
    },
    sellingDays: running[last - first]?.selling ?? 0,
    asOf: (day) => viewAt(Math.min(day, last)),
  });
  return viewAt(asOf);
}

/** Days of history, both ends included; 0 when it has not begun by then. */
export const daysKnown = ({ first, last }: SalesHistory): number => Math.max(0, last - first + 1);

/** So many months later or earlier, the last day of a month staying a last day: 30 June + 1 is 31 July. */
export function shiftMonths(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = civilDateOf(day);
  const shifted = addMonths(day, months);
  if (dayOfMonth < daysInMonth(year, month)) return shifted;
  const to = civilDateOf(shifted);
  return shifted - to.dayOfMonth + daysInMonth(to.year, to.month);
}

/** What was sold in the whole months that end with the history, oldest first: a month ends on the day of the month of `last`. */
export function monthsUpTo(history: SalesHistory): number[] {
  const months: number[] = [];
  for (let back = 1; ; back += 1) {
    const after = shiftMonths(history.last, -back);
    if (after < history.first - 1) return months.reverse();
    months.push(history.sold(after, shiftMonths(history.last, 1 - back)));
  }
}
