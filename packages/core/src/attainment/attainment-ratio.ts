/** What was reached of a period: at the rates of its days, with what rates of exchange alone did to it. */
export type Attained = {
  readonly actual: number;
  /** At the rates of the days less at the plan rates; 0 where nothing was sold in another currency, null where a rate is missing. */
  readonly fxEffect: number | null;
  /** Null where nobody said what is wanted. */
  readonly target: number | null;
};

/**
 * Attainment: what was reached ÷ quota, at plan rates, so that it says what was sold and not what currencies did. Null without a target
 * above zero, and while a rate is missing. It may exceed 1, and be below 0 after returns.
 */
export function attainmentRatio({ actual, fxEffect, target }: Attained): number | null {
  return target === null || target <= 0 || fxEffect === null ? null : (actual - fxEffect) / target;
}
