import { gammaQuantile } from '../special/gamma.ts';
import { negativeBinomialQuantile } from './negative-binomial.ts';

export type Interval = { readonly low: number; readonly high: number };

/**
 * Where a period will land. All in the unit of the plan.
 * - `ratio`: actual ÷ plan to date (SPI); null before anything is due.
 * - `additive`: the rest of the period goes by plan, T + (A − P).
 * - `multiplicative`: the rest goes at the pace so far, A + rest · A/P; null before anything is due.
 */
export type Pace = { readonly ratio: number | null; readonly additive: number; readonly multiplicative: number | null };

/** Pace and its two plain projections (rule 2). Throws RangeError on numbers that are not finite. */
export function pace({ actual, planToDate, rest }: { actual: number; planToDate: number; rest: number }): Pace {
  demandFinite({ actual, planToDate, rest });
  const ratio = planToDate > 0 ? actual / planToDate : null;
  return { ratio, additive: actual + rest, multiplicative: ratio === null ? null : actual + rest * ratio };
}

/** `multiplier`: of the rest of the plan; `remaining`: deals still to come. */
export type CrediblePace = {
  readonly multiplier: number;
  readonly interval: Interval;
  readonly remainingMean: number;
  readonly remaining: { readonly low: number; readonly middle: number; readonly high: number };
};

/**
 * The pace one may believe (rule 2, gamma–Poisson): m ~ Gamma(κ + a, κ + p) in deal-equivalents, mean (κ + a)/(κ + p); what
 * remains is negative-binomial. Early in the year it stays near the plan, late it follows the data.
 * @param prior κ, in deals, more than 0 @param conf of the interval, 0.8 when left out
 */
export function crediblePace(
  { prior, planned, actual, remaining }: { prior: number; planned: number; actual: number; remaining: number },
  conf = 0.8,
): CrediblePace {
  demandFinite({ prior, planned, actual, remaining });
  if (prior <= 0 || planned < 0 || remaining < 0)
    throw new RangeError('The prior is above zero, plan and rest are not below it.');
  // Returns may exceed sales; a count of deals cannot fall below none.
  const shape = prior + Math.max(0, actual);
  const rate = prior + planned;
  const tail = (1 - conf) / 2;
  const at = (p: number) =>
    remaining === 0 ? 0 : negativeBinomialQuantile(p, { shape, success: rate / (rate + remaining) });
  const multiplier = shape / rate;
  return {
    multiplier,
    interval: { low: gammaQuantile(tail, { shape, rate }), high: gammaQuantile(1 - tail, { shape, rate }) },
    remainingMean: remaining * multiplier,
    remaining: { low: at(tail), middle: at(0.5), high: at(1 - tail) },
  };
}

/** What has to come in per working day for the target to be met; null when no working day is left. 0 when it is met. */
export function requiredRate(gap: number, workdaysLeft: number): number | null {
  demandFinite({ gap, workdaysLeft });
  if (gap <= 0) return 0;
  return workdaysLeft > 0 ? gap / workdaysLeft : null;
}

function demandFinite(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values))
    if (!Number.isFinite(value)) throw new RangeError(`${name} is no finite number.`);
}
