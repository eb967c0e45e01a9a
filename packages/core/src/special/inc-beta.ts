import { lnRatio, stirlingCorrection } from './ln-gamma.ts';

const EPSILON = 1e-16;
const MOST_TERMS = 100_000;

/**
 * The regularised incomplete beta function I_x(a, b): the probability that a beta variable of parameters a and b is at
 * most x. Throws RangeError unless a > 0, b > 0 and 0 ≤ x ≤ 1.
 */
export function incBeta(x: number, a: number, b: number): number {
  return incBetaOfPair(x, 1 - x, a, b);
}

/** `1 − I_x(a, b)` without the loss of digits when I is close to 1. */
export function incBetaUpper(x: number, a: number, b: number): number {
  return incBetaOfPair(1 - x, x, b, a);
}

/** I_x(a, b) for a caller who knows x and y = 1 − x, each with all its digits. */
export function incBetaOfPair(x: number, y: number, a: number, b: number): number {
  if (!(a > 0) || !(b > 0)) throw new RangeError(`incBeta needs parameters above zero; got ${a}, ${b}.`);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`incBeta needs x from 0 to 1; got ${x}.`);
  if (x === 0 || y === 0) return x;
  // The continued fraction converges fast on one side of the mean; the other side follows by symmetry.
  return x > (a + 1) / (a + b + 2) ? 1 - tail(y, x, b, a) : tail(x, y, a, b);
}

function tail(x: number, y: number, a: number, b: number): number {
  return (kernel(x, y, a, b) * continuedFraction(x, a, b)) / a;
}

/** x^a y^b / B(a, b), written around the mean so that large parameters keep their digits (Loader 2000). */
function kernel(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  const lean = x * b - y * a;
  const exponent =
    a * lnRatio((x * n) / a, lean / a) +
    b * lnRatio((y * n) / b, -lean / b) +
    stirlingCorrection(n) -
    stirlingCorrection(a) -
    stirlingCorrection(b);
  return Math.sqrt(((a / n) * b) / (2 * Math.PI)) * Math.exp(exponent);
}

/** Modified Lentz method (Numerical Recipes, 3rd ed., §6.4). */
function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
  let fraction = d;
  for (let m = 1; m < MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d, tiny);
    c = nonZero(1 + even / c, tiny);
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d, tiny);
    c = nonZero(1 + odd / c, tiny);
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < EPSILON) break;
  }
  return fraction;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
