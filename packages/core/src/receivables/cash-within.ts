import { normalQuantile } from '../special/normal.ts';
import type { Curve } from '../survival/kaplan-meier.ts';
import { chanceWithin } from './expected-cash.ts';

/** What is open of one invoice, or of all of one age: its days, its minor units, and the sum of the squares by invoice. */
export type OpenPart = { readonly age: number; readonly amount: number; readonly squares: number };

/** What of the open invoices is expected within some days, whole minor units, with its interval; `unknown` is open and not judged. */
export type CashWithin = {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly conf: number;
  readonly unknown: number;
};

/**
 * Cash within so many days: Σ open × chance of being paid by then at its age. Invoices are paid or not on their own, so the variance is
 * Σ open² · p · (1 − p); the interval never leaves what is open.
 */
export function cashWithin(open: readonly OpenPart[], curve: Curve, days: number, conf = 0.8): CashWithin {
  let [expected, variance, known, unknown] = [0, 0, 0, 0];
  for (const { age, amount, squares } of open) {
    if (amount <= 0) continue;
    const chance = chanceWithin(curve, age, days);
    if (chance === null) {
      unknown += amount;
      continue;
    }
    known += amount;
    expected += amount * chance;
    variance += squares * chance * (1 - chance);
  }
  const half = normalQuantile((1 + conf) / 2) * Math.sqrt(Math.max(0, variance));
  const within = (value: number) => Math.round(Math.min(known, Math.max(0, value)));
  return {
    expected: Math.round(expected),
    low: within(expected - half),
    high: within(expected + half),
    conf,
    unknown,
  };
}
