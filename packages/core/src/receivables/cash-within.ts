import type { Day } from '../calendar/civil-day.ts';
import { normalQuantile } from '../special/normal.ts';
import type { Curve } from '../survival/kaplan-meier.ts';
import { chanceWithin } from './expected-cash.ts';
import type { Standing } from './invoice.ts';

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
export function cashWithin(
  standings: readonly Standing[],
  curve: Curve,
  { on, days, conf = 0.8 }: { readonly on: Day; readonly days: number; readonly conf?: number },
): CashWithin {
  let [expected, variance, known, unknown] = [0, 0, 0, 0];
  for (const { invoice, open } of standings) {
    if (open <= 0) continue;
    const chance = chanceWithin(curve, on - invoice.issued, days);
    if (chance === null) {
      unknown += open;
      continue;
    }
    known += open;
    expected += open * chance;
    variance += open * open * chance * (1 - chance);
  }
  const half = normalQuantile((1 + conf) / 2) * Math.sqrt(variance);
  const within = (value: number) => Math.round(Math.min(known, Math.max(0, value)));
  return {
    expected: Math.round(expected),
    low: within(expected - half),
    high: within(expected + half),
    conf,
    unknown,
  };
}
