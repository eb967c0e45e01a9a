import { kaplanMeier, survivalAt, type Watched } from '../survival/kaplan-meier.ts';

/** A part of an invoice, in minor units: paid at an age in days, or open at its age today. */
export type AgedAmount = { readonly age: number; readonly amount: number; readonly isPaid: boolean };

/**
 * The share of the invoiced amount that is collected within so many days of the invoice: amount-weighted Kaplan–Meier, so invoices that
 * are younger than that are neither failures nor left out. Null without any amount.
 */
export function collectedWithin(parts: readonly AgedAmount[], days: number): number | null {
  const watched = parts.map(({ age, amount, isPaid }): Watched => ({ time: age, isEvent: isPaid, weight: amount }));
  if (!watched.some(({ weight }) => (weight ?? 0) > 0)) return null;
  return 1 - survivalAt(kaplanMeier(watched), days);
}
