import { incGammaUpper } from './inc-gamma.ts';

/** The probability that a standard normal variable is at most z; keeps its relative precision far below zero. */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('normalCdf needs a number; got NaN.');
  const tail = 0.5 * incGammaUpper(0.5, (z * z) / 2);
  return z < 0 ? tail : 1 - tail;
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

// Rational approximations of P. J. Acklam (2003), relative error below 1.15e−9 before refinement.
const CENTRE_OVER = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 1.38357751867269e2, -30.66479806614716, 2.506628277459239,
];
const CENTRE_UNDER = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const TAIL_OVER = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_UNDER = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];
const CENTRE_FROM = 0.02425;

/**
 * The value a standard normal variable stays below with probability p. Acklam's approximation and one Halley step.
 * 0 and 1 give −∞ and ∞; throws RangeError outside 0–1.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies from 0 to 1; got ${p}.`);
  if (p > 0.5) return 0 - normalQuantile(1 - p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  const start = p < CENTRE_FROM ? tailStart(p) : centreStart(p);
  const error = (normalCdf(start) - p) / normalDensity(start);
  // In the extreme tail the density underflows and the start is already as good as it gets.
  return Number.isFinite(error) ? start - error / (1 + (start * error) / 2) : start;
}

function centreStart(p: number): number {
  const offset = p - 0.5;
  const square = offset * offset;
  return (polynomial(CENTRE_OVER, square) * offset) / polynomial(CENTRE_UNDER, square);
}

function tailStart(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return polynomial(TAIL_OVER, t) / polynomial(TAIL_UNDER, t);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((value, coefficient) => value * x + coefficient, 0);
}
