import type { Day } from '../calendar/civil-day.ts';
import { type CashWithin, cashWithin, type OpenPart } from './cash-within.ts';
import { curveOf } from './collected-share.ts';
import { type Invoice, type Standing, standingOn } from './invoice.ts';

/** What an invoice adds to the sums of cash: what came in at an age in days, or what is open of the day of issue. Minor units. */
export type CashPart =
  | { readonly kind: 'paid'; readonly age: number; readonly amount: number }
  | { readonly kind: 'open'; readonly issued: Day; readonly amount: number };

/** The parts of many invoices, summed; `squares` is the sum of the squares of what is open of each. */
export type CashSums = {
  readonly paid: readonly { readonly age: number; readonly amount: number }[];
  readonly open: readonly { readonly issued: Day; readonly amount: number; readonly squares: number }[];
};

/** The parts of a standing. What was credited is in none; what is open never depends on the day on which it is asked. */
function partsOf({ invoice, collected, open }: Standing): CashPart[] {
  const paid = collected.map(({ day, amount }): CashPart => ({ kind: 'paid', age: day - invoice.issued, amount }));
  return open > 0 ? [...paid, { kind: 'open', issued: invoice.issued, amount: open }] : paid;
}

/** The parts of an invoice at the end of a day, or with all that was ever posted. None where it is not issued by then. */
export function cashParts(invoice: Invoice, on: Day = Number.POSITIVE_INFINITY): CashPart[] {
  const standing = standingOn(invoice, on);
  return standing === null ? [] : partsOf(standing);
}

/**
 * What is open, and what of it is expected within so many days, from sums alone: the curve of what was paid by age needs amounts by
 * age, and the expectation and its variance what is open of each day of issue. The same figures as from the invoices one by one.
 */
export function cashOf(
  { paid, open }: CashSums,
  { on, days }: { readonly on: Day; readonly days: number },
): CashWithin & { readonly open: number } {
  const parts = open.map(({ issued, amount, squares }): OpenPart => ({ age: on - issued, amount, squares }));
  const curve = curveOf([
    ...paid.map(({ age, amount }) => ({ age, amount, isPaid: true })),
    ...parts.map(({ age, amount }) => ({ age, amount, isPaid: false })),
  ]);
  return { open: parts.reduce((sum, { amount }) => sum + amount, 0), ...cashWithin(parts, curve, days) };
}
