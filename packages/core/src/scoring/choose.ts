import type { Fold, Folds } from './folds.ts';
import { fitSparse, probabilityOf } from './logistic.ts';
import { lossOf } from './quality.ts';
import { dotRow, type SparseRows } from './sparse-rows.ts';

/** How a model is held back: `ridge` null learns no slope at all; rows half as old as `halfLife` (a share of all) count half. */
export type Restraint = { readonly ridge: number | null; readonly halfLife: number | null };

/** A restraint tried on folds: the chances it gave to rows it had not learned from, in their order; the mean of several rounds. */
export type Trial = {
  readonly restraint: Restraint;
  readonly chances: readonly number[];
  readonly outcomes: readonly number[];
  /** Mean log loss. */
  readonly loss: number;
};

const RIDGES = [0.3, 1, 3, 10, 30, 100, 300, 1000];
const HALF_LIVES = [null, 0.5, 0.2];
/** How many successes the rate of all is worth beforehand: a half of each outcome (Jeffreys). */
const BEFOREHAND = 0.5;

/**
 * Tries restraints on rows that were not learned from. The first is the rate alone; where rows stand in the order of time, also with
 * older ones fading. Deterministic.
 */
export function tryRestraints(rows: SparseRows, outcomes: ArrayLike<number>, { by, folds }: Folds): Trial[] {
  const halfLives = by === 'forward' ? HALF_LIVES : [null];
  return halfLives.flatMap((halfLife) => {
    const starts = new Map<Fold, Float64Array>();
    // From the strongest ridge to the weakest: each begins where the one before ended.
    return [null, ...RIDGES.toReversed()].map((ridge) => {
      const restraint = { ridge, halfLife };
      const given = new Map<number, { sum: number; rounds: number }>();
      for (const fold of folds) {
        const slopes = fitWith(rows, outcomes, fold.learn, restraint, starts.get(fold));
        if (ridge !== null) starts.set(fold, slopes);
        for (const at of fold.asked) {
          const { sum, rounds } = given.get(at) ?? { sum: 0, rounds: 0 };
          given.set(at, { sum: sum + chanceBy(rows, at, slopes), rounds: rounds + 1 });
        }
      }
      const asked = [...given.keys()].sort((a, b) => a - b);
      const chances = asked.map((at) => meanOf(given.get(at)));
      const known = asked.map((at) => outcomes[at] as number);
      return { restraint, chances, outcomes: known, loss: meanLoss(chances, known) };
    });
  });
}

const meanOf = (given: { sum: number; rounds: number } | undefined): number =>
  given === undefined ? Number.NaN : given.sum / given.rounds;

/** Slopes (the intercept first) learned from some rows, under a restraint. Places stand in the order of time. */
export function fitWith(
  rows: SparseRows,
  outcomes: ArrayLike<number>,
  learn: readonly number[],
  { ridge, halfLife }: Restraint,
  start?: Float64Array,
): Float64Array {
  const weights = new Float64Array(rows.starts.length - 1);
  const newest = learn.length - 1;
  for (const [age, at] of learn.entries())
    weights[at] = halfLife === null ? 1 : 2 ** (-(newest - age) / (halfLife * learn.length));
  if (ridge === null) return rateOnly(rows.width, outcomes, weights);
  const ridges = new Float64Array(rows.width).fill(ridge);
  return fitSparse({ rows, outcomes, weights, ridges, ...(start === undefined ? {} : { start }) }).slopes;
}

function rateOnly(width: number, outcomes: ArrayLike<number>, weights: Float64Array): Float64Array {
  let [won, lost] = [BEFOREHAND, BEFOREHAND];
  for (const [at, weight] of weights.entries()) {
    if (outcomes[at] === 1) won += weight;
    else lost += weight;
  }
  const slopes = new Float64Array(width + 1);
  slopes[0] = Math.log(won / lost);
  return slopes;
}

/** The chance that slopes (the intercept first) give to a row. */
export const chanceBy = (rows: SparseRows, at: number, slopes: Float64Array): number =>
  probabilityOf((slopes[0] as number) + dotRow(rows, at, slopes.subarray(1)));

const meanLoss = (chances: readonly number[], outcomes: readonly number[]): number =>
  chances.reduce((sum, chance, at) => sum + lossOf(chance, outcomes[at] as number), 0) / Math.max(1, chances.length);

/** By how much one trial was better than another, row by row: the mean, and how far chance may move it. */
export function gainOf(better: Trial, other: Trial): { readonly mean: number; readonly error: number } {
  const gains = better.chances.map(
    (chance, at) =>
      lossOf(other.chances[at] as number, better.outcomes[at] as number) -
      lossOf(chance, better.outcomes[at] as number),
  );
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / Math.max(1, gains.length - 1);
  return { mean, error: Math.sqrt(variance / gains.length) };
}
