/** How a year's shares are learnt; each has a default. */
export type ShareLearning = {
  /** Shares expected before any history, one a month: those of working days. Any weights of zero or more. */
  readonly prior: readonly number[];
  /** κ: how many years of history the prior is worth. */
  readonly priorYears?: number;
  /** λ: what a year counts against the year after it, 0–1. */
  readonly yearDecay?: number;
};

/**
 * The share of each month in a year, from past years and a prior:
 *
 * `s_m = (κ·b_m + Σ_y λ^(Y−y) · x_(y,m) / X_y) / (κ + Σ_y λ^(Y−y))`
 *
 * where `b` is the prior scaled to one, `x_(y,m)` the amount of month m in year y, `X_y` that year's total and Y the
 * latest year. Defaults: κ = 1 year, λ = 0.7. The shares sum to one.
 *
 * `history` holds complete years, oldest first, so that places tell the years apart; null stands for a year without
 * records. Months below zero (more returns than sales) count as zero, and a year without anything above zero has no
 * shape and no weight. With no history at all the prior is the answer.
 *
 * Throws RangeError when a year and the prior differ in length, when the prior has no weight or a negative one, and on κ
 * below zero or λ outside 0–1. κ = 0 with no history is refused too: nothing would be known.
 */
export function monthShares(history: readonly (readonly number[] | null)[], learning: ShareLearning): number[] {
  const { prior, priorYears = 1, yearDecay = 0.7 } = learning;
  if (!(priorYears >= 0)) throw new RangeError(`The prior's weight is zero years or more; got ${priorYears}.`);
  if (!(yearDecay >= 0 && yearDecay <= 1))
    throw new RangeError(`The decay of a year lies from 0 to 1; got ${yearDecay}.`);
  const sums = toShares(prior).map((share) => priorYears * share);
  let weight = priorYears;
  for (const [index, year] of history.entries()) {
    if (year === null) continue;
    if (year.length !== prior.length) {
      throw new RangeError(`A year has as many months as the prior, ${prior.length}; got ${year.length}.`);
    }
    const positive = year.map((amount) => Math.max(0, finite(amount)));
    if (positive.every((amount) => amount === 0)) continue;
    const yearWeight = yearDecay ** (history.length - 1 - index);
    weight += yearWeight;
    for (const [month, share] of toShares(positive).entries())
      sums[month] = (sums[month] as number) + yearWeight * share;
  }
  if (weight === 0) throw new RangeError('Without a prior and without history there are no shares.');
  return sums.map((sum) => sum / weight);
}

/** Weights of zero or more scaled to the sum one. Throws RangeError when there is nothing to scale. */
function toShares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const isSound = total > 0 && Number.isFinite(total) && weights.every((weight) => weight >= 0);
  if (!isSound) throw new RangeError('Shares need weights of zero or more, at least one of them above zero.');
  return weights.map((weight) => weight / total);
}

function finite(amount: number): number {
  if (!Number.isFinite(amount)) throw new RangeError(`An amount of a month is a number; got ${amount}.`);
  return amount;
}
