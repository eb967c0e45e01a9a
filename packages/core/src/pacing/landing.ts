import { crediblePace, type Interval } from './pace.ts';

/** A projection made in the past and what came: both in money. */
export type PastLanding = { readonly projected: number; readonly actual: number };

/**
 * Where the period will land, with an interval and how far it can be trusted: `calibrated` on so many past landings, or `unverified`,
 * the model's own.
 */
export type Landing = {
  readonly value: number;
  readonly interval: Interval;
  readonly conf: number;
  readonly calibration: { readonly kind: 'calibrated'; readonly landings: number } | { readonly kind: 'unverified' };
};

/** κ: how many deals of evidence the plan is worth before any is closed. */
export const plannedPrior = 20;

/**
 * The projected landing A + rest · m with m of the gamma–Poisson model in deal-equivalents. With enough past landings at the same
 * point of the year (n ≥ 1/(1 − conf) − 1) the interval is split-conformal: the ⌈(n + 1)·conf⌉-th smallest |log(actual/projected)|;
 * with fewer it is the model's and says so. Null when the size of a deal is unknown.
 * @param averageDeal mean size of a deal, in money, above 0; null when unknown
 */
export function landing(
  {
    actual,
    planToDate,
    rest,
    averageDeal,
  }: { actual: number; planToDate: number; rest: number; averageDeal: number | null },
  past: readonly PastLanding[] = [],
  conf = 0.8,
): Landing | null {
  if (averageDeal === null || averageDeal <= 0) return null;
  const inDeals = (amount: number) => Math.max(0, amount / averageDeal);
  const { multiplier, interval } = crediblePace(
    { prior: plannedPrior, planned: inDeals(planToDate), actual: inDeals(actual), remaining: inDeals(rest) },
    conf,
  );
  const value = Math.round(actual + rest * multiplier);
  const errors = past
    .filter((one) => one.actual > 0 && one.projected > 0)
    .map((one) => Math.abs(Math.log(one.actual / one.projected)))
    .sort((a, b) => a - b);
  const rank = Math.ceil((errors.length + 1) * conf);
  const width = errors[rank - 1];
  if (width !== undefined && value > 0) {
    const calibrated = { low: Math.round(value * Math.exp(-width)), high: Math.round(value * Math.exp(width)) };
    return { value, interval: calibrated, conf, calibration: { kind: 'calibrated', landings: errors.length } };
  }
  const { low, high } = interval;
  return {
    value,
    interval: { low: Math.round(actual + rest * low), high: Math.round(actual + rest * high) },
    conf,
    calibration: { kind: 'unverified' },
  };
}
