import { lnRatio, stirlingCorrection } from './ln-gamma.ts';

const EPSILON = 1e-16;
const MOST_TERMS = 1_000_000;

/**
 * The regularised incomplete gamma function P(a, x): the probability that a gamma variable of shape a and rate 1 is at
 * most x. Throws RangeError unless a > 0 and x ≥ 0.
 */
export function incGamma(a: number, x: number): number {
  return tails(a, x).lower;
}

/** Q(a, x) = 1 − P(a, x), without the loss of digits when P is close to 1. */
export function incGammaUpper(a: number, x: number): number {
  return tails(a, x).upper;
}

/** The density of a gamma variable of shape a and rate 1 at x, times x. */
export function gammaDensityTimesX(a: number, x: number): number {
  if (x === 0) return 0;
  // x^a e^−x / Γ(a), written around x = a so that large shapes keep their digits (Temme 1979).
  const deviation = (x - a) / a;
  const exponent = -a * (deviation - lnRatio(x / a, deviation)) - stirlingCorrection(a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(exponent);
}

function tails(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`incGamma needs a above zero and x of zero or more; got ${a}, ${x}.`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const scale = gammaDensityTimesX(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, scale * series(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, scale * continuedFraction(a, x));
  return { lower: 1 - upper, upper };
}

/** Σ x^n / (a (a+1) … (a+n)). */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * EPSILON; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Legendre's continued fraction by the modified Lentz method (Numerical Recipes, 3rd ed., §6.2). */
function continuedFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MOST_TERMS; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b, tiny);
    c = nonZero(b + numerator / c, tiny);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return fraction;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
