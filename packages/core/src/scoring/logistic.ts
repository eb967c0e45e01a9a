import { solveSymmetric } from './cholesky.ts';
import { dotRow, rowsOf, type SparseRows, sparseRows } from './sparse-rows.ts';

/** What is known of a logistic curve: `p = 1 / (1 + e^−(intercept + Σ slope · x))`. */
export type Logistic = {
  readonly intercept: number;
  readonly slopes: readonly number[];
  readonly logLikelihood: number;
};

/** How a curve is fitted over sparse rows: which rows, how much each counts, and what each slope costs. */
export type Fit = {
  readonly rows: SparseRows;
  /** 0 or 1 for each row. */
  readonly outcomes: ArrayLike<number>;
  /** How much each row counts; 0 leaves it out. */
  readonly weights: ArrayLike<number>;
  /** The ridge of each column: `ridge / 2 · slope²` is taken off the log-likelihood. */
  readonly ridges: ArrayLike<number>;
  /** What is added to the log-odds of each row beforehand; nothing by default. */
  readonly offsets?: ArrayLike<number>;
  /** Where to begin; zeros by default. The intercept comes first. */
  readonly start?: Float64Array;
};

const MOST_STEPS = 40;
const CLOSE_ENOUGH = 1e-9;

/** The probability that belongs to log-odds. */
export const probabilityOf = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** The log-odds of a probability strictly between 0 and 1. */
export const logitOf = (probability: number): number => Math.log(probability / (1 - probability));

/**
 * Logistic regression by Newton's steps (iteratively reweighted least squares), halved where a step would make things worse.
 * `ridge` is taken off as `ridge / 2 · Σ slope²`; the intercept is free of it. Without ridge it is the maximum likelihood.
 *
 * `separated` where one side of a plane always succeeds and there is no ridge: the slopes would be infinite. `insufficientData`
 * where there are no rows, or all ended the same way. Throws RangeError on rows of different lengths, on outcomes that are not 0
 * or 1 and on a negative ridge.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  ridge = 0,
): ({ readonly status: 'ok' } & Logistic) | { readonly status: 'separated' | 'insufficientData' } {
  if (!(ridge >= 0)) throw new RangeError(`A ridge is 0 or more; got ${ridge}.`);
  if (rows.length !== outcomes.length)
    throw new RangeError(`Each row has one outcome; got ${outcomes.length} for ${rows.length}.`);
  demandOutcomes(outcomes);
  const won = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  if (won === 0 || won === outcomes.length) return { status: 'insufficientData' };
  const sparse = sparseRows(rows);
  const weights = new Float64Array(rows.length).fill(1);
  const found = fitSparse({ rows: sparse, outcomes, weights, ridges: new Float64Array(sparse.width).fill(ridge) });
  const [intercept = 0, ...slopes] = found.slopes;
  const logits = rows.map((_, at) => intercept + dotRow(sparse, at, found.slopes.subarray(1)));
  const isSplit = logits.every((logit, at) => (outcomes[at] === 1 ? logit > 0 : logit < 0));
  if (ridge === 0 && isSplit && logits.every((logit) => Math.abs(logit) > 8)) return { status: 'separated' };
  const logLikelihood = logits.reduce((sum, logit, at) => sum - softplus(outcomes[at] === 1 ? -logit : logit), 0);
  return { status: 'ok', intercept, slopes, logLikelihood };
}

/** The same over sparse rows, weighted, each column with a ridge of its own. The intercept comes first of the slopes. */
export function fitSparse(fit: Fit): { readonly slopes: Float64Array; readonly objective: number } {
  const size = fit.rows.width + 1;
  let slopes: Float64Array = fit.start === undefined ? startOf(fit, size) : Float64Array.from(fit.start);
  let objective = objectiveOf(fit, slopes);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const move = newtonMove(fit, slopes);
    let share = 1;
    let next = moved(slopes, move, share);
    let reached = objectiveOf(fit, next);
    while (!(reached >= objective) && share > 1e-6) {
      share /= 2;
      next = moved(slopes, move, share);
      reached = objectiveOf(fit, next);
    }
    const gain = reached - objective;
    if (!(gain >= 0)) break;
    slopes = next;
    objective = reached;
    if (gain < CLOSE_ENOUGH * (1 + Math.abs(objective))) break;
  }
  return { slopes, objective };
}

function startOf({ rows, outcomes, weights, offsets }: Fit, size: number): Float64Array {
  const slopes = new Float64Array(size);
  if (offsets !== undefined) return slopes;
  let [won, all] = [0.5, 1];
  for (let at = 0; at < rowsOf(rows); at += 1) {
    won += (weights[at] as number) * (outcomes[at] as number);
    all += weights[at] as number;
  }
  slopes[0] = logitOf(won / all);
  return slopes;
}

/** `log(1 + e^x)` without overflow. */
export const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

function objectiveOf({ rows, outcomes, weights, ridges, offsets }: Fit, slopes: Float64Array): number {
  const own = slopes.subarray(1);
  const intercept = slopes[0] as number;
  let sum = 0;
  for (let at = 0; at < rowsOf(rows); at += 1) {
    const weight = weights[at] as number;
    if (weight === 0) continue;
    const logit = intercept + (offsets?.[at] ?? 0) + dotRow(rows, at, own);
    sum -= weight * softplus(outcomes[at] === 1 ? -logit : logit);
  }
  for (let column = 0; column < own.length; column += 1)
    sum -= ((ridges[column] as number) / 2) * (own[column] as number) ** 2;
  return sum;
}

function newtonMove({ rows, outcomes, weights, ridges, offsets }: Fit, slopes: Float64Array): Float64Array {
  const size = slopes.length;
  const own = slopes.subarray(1);
  const curvature = new Float64Array(size * size);
  const gradient = new Float64Array(size);
  for (let at = 0; at < rowsOf(rows); at += 1) {
    const weight = weights[at] as number;
    if (weight === 0) continue;
    const p = probabilityOf((slopes[0] as number) + (offsets?.[at] ?? 0) + dotRow(rows, at, own));
    const pull = weight * ((outcomes[at] as number) - p);
    const bend = Math.max(weight * p * (1 - p), 1e-12);
    gradient[0] = (gradient[0] as number) + pull;
    curvature[0] = (curvature[0] as number) + bend;
    const [from, to] = [rows.starts[at] as number, rows.starts[at + 1] as number];
    for (let place = from; place < to; place += 1) {
      const column = (rows.columns[place] as number) + 1;
      const value = rows.values[place] as number;
      gradient[column] = (gradient[column] as number) + pull * value;
      const bent = bend * value;
      const line = column * size;
      curvature[line] = (curvature[line] as number) + bent;
      // Columns of a row rise, so that only the lower triangle is written.
      for (let before = from; before <= place; before += 1) {
        const other = line + (rows.columns[before] as number) + 1;
        curvature[other] = (curvature[other] as number) + bent * (rows.values[before] as number);
      }
    }
  }
  for (let column = 1; column < size; column += 1) {
    const ridge = ridges[column - 1] as number;
    gradient[column] = (gradient[column] as number) - ridge * (slopes[column] as number);
    const diagonal = column * size + column;
    curvature[diagonal] = (curvature[diagonal] as number) + ridge;
  }
  return solveSymmetric(curvature, gradient);
}

const moved = (slopes: Float64Array, move: Float64Array, share: number): Float64Array =>
  slopes.map((slope, at) => slope + share * (move[at] as number));

/** Throws RangeError unless every outcome is 0 or 1. */
export function demandOutcomes(outcomes: ArrayLike<number>): void {
  for (let at = 0; at < outcomes.length; at += 1) {
    if (outcomes[at] !== 0 && outcomes[at] !== 1)
      throw new RangeError(`An outcome is 0 or 1; got ${outcomes[at]} in place ${at}.`);
  }
}
