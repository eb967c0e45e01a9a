/** Limits of an individuals chart: what the process does by itself. */
export type ControlLimits = {
  readonly mean: number;
  readonly meanRange: number;
  readonly upper: number;
  readonly lower: number;
};

/** 3/d₂ for ranges of two (d₂ = 1.128 as tabulated). */
const perRange = 3 / 1.128;

/** XmR limits (NIST/SEMATECH 6.3.2.2): mean ± 2.66 · mean moving range. Null with fewer than two values. */
export function controlLimits(values: readonly number[]): ControlLimits | null {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] as number)));
  const meanRange = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  return { mean, meanRange, upper: mean + perRange * meanRange, lower: mean - perRange * meanRange };
}

export type Signal = 'on-pace' | 'behind' | 'far-behind' | 'ahead';

/** Without history the pace alone speaks: 10 % behind is amber, 20 % red. */
const behindAt = 0.1;
const farBehindAt = 0.2;

/** The ratios at which the signal turns where there is no history. */
export const paceBounds: readonly number[] = [1 - farBehindAt, 1 - behindAt, 1, 1 + behindAt];

/** What floating point may add to a mean of equal ratios. */
const noise = 1e-9;

/** From so many ratios of the past on the process speaks for itself. */
export const enoughHistory = 8;

/**
 * What a pacing ratio says. With eight ratios of the past or more, the control limits decide: below the lower one and the plan is far
 * behind, above the upper one and the plan, or eight in a row above the mean, is ahead. A process that keeps within its limits may still
 * keep below the plan: eight in a row below 1 are behind, however steady, and far behind at 20 %. Without history, 10 % behind is `behind` and 20 % `far-behind`. Null while nothing is due.
 */
export function paceSignal(ratio: number | null, history: readonly number[] = []): Signal | null {
  if (ratio === null) return null;
  const limits = history.length >= enoughHistory ? controlLimits(history) : null;
  if (limits) {
    if (ratio < 1 && ratio < limits.lower - noise) return 'far-behind';
    if (ratio >= 1 && ratio > limits.upper + noise) return 'ahead';
    const last = [...history.slice(1 - enoughHistory), ratio];
    if (last.every((value) => value < 1)) return ratio <= 1 - farBehindAt ? 'far-behind' : 'behind';
    if (ratio >= 1 && last.every((value) => value > limits.mean + noise)) return 'ahead';
    return 'on-pace';
  }
  if (ratio <= 1 - farBehindAt) return 'far-behind';
  if (ratio <= 1 - behindAt) return 'behind';
  return ratio >= 1 + behindAt ? 'ahead' : 'on-pace';
}
