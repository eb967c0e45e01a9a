import { incBetaOfPair } from './inc-beta.ts';
import { lnGamma } from './ln-gamma.ts';
import { solveLogTail } from './log-tail.ts';
import { normalQuantile } from './normal.ts';

/** The probability that a variable of Student's t distribution with df degrees of freedom is at most t. */
export function tCdf(t: number, df: number): number {
  if (Number.isNaN(t)) throw new RangeError('tCdf needs a number; got NaN.');
  const tail = upperTail(Math.abs(t), df);
  return t < 0 ? tail : 1 - tail;
}

/**
 * The value such a variable stays below with probability p. 0 and 1 give −∞ and ∞; throws RangeError on a probability
 * outside 0–1 and on df that is not above zero.
 */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies from 0 to 1; got ${p}.`);
  if (p < 0.5) return 0 - positiveQuantile(p, df);
  return positiveQuantile(1 - p, df);
}

/** The t > 0 that is exceeded with probability `tail` ≤ ½. */
function positiveQuantile(tail: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom lie above zero; got ${df}.`);
  if (tail === 0) return Number.POSITIVE_INFINITY;
  if (tail === 0.5) return 0;
  const scale = lnGamma((df + 1) / 2) - lnGamma(df / 2) - 0.5 * Math.log(df * Math.PI);
  const start = Math.log(0 - normalQuantile(tail));
  const y = solveLogTail(Math.log(tail), start, (at) => {
    const t = Math.exp(at);
    const probability = upperTail(t, df);
    const lnDensity = scale - ((df + 1) / 2) * Math.log1p((t / df) * t);
    return { lnTail: Math.log(probability), slope: -Math.exp(lnDensity + at) / probability };
  });
  return Math.exp(y);
}

function upperTail(t: number, df: number): number {
  if (!(df > 0)) throw new RangeError(`Degrees of freedom lie above zero; got ${df}.`);
  if (t === Number.POSITIVE_INFINITY) return 0;
  const square = t * t;
  const [x, y] = [df / (df + square), square / (df + square)];
  // The tail itself where it is small, its distance from one half where t is.
  return square > 1 ? 0.5 * incBetaOfPair(x, y, df / 2, 0.5) : 0.5 - 0.5 * incBetaOfPair(y, x, 0.5, df / 2);
}
