import { gammaDensityTimesX, incGamma, incGammaUpper } from './inc-gamma.ts';
import { lnGamma } from './ln-gamma.ts';
import { solveLogTail } from './log-tail.ts';
import { normalQuantile } from './normal.ts';

/** A gamma distribution by shape and rate; its mean is shape / rate. */
export type Gamma = { readonly shape: number; readonly rate: number };

/** The probability that a gamma variable is at most x. */
export function gammaCdf(x: number, { shape, rate }: Gamma): number {
  return incGamma(shape, Math.max(0, x * rate));
}

/**
 * The value a gamma variable stays below with probability p. 0 and 1 give 0 and ∞; throws RangeError on a probability
 * outside 0–1 and on a shape or rate that is not above zero.
 */
export function gammaQuantile(p: number, { shape, rate }: Gamma): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies from 0 to 1; got ${p}.`);
  if (!(shape > 0) || !(rate > 0)) throw new RangeError(`Shape and rate lie above zero; got ${shape}, ${rate}.`);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const isLower = p <= 0.5;
  const tail = isLower ? incGamma : incGammaUpper;
  const y = solveLogTail(Math.log(isLower ? p : 1 - p), logStart(p, shape), (at) => {
    const x = Math.exp(at);
    const probability = tail(shape, x);
    const slope = gammaDensityTimesX(shape, x) / probability;
    return { lnTail: Math.log(probability), slope: isLower ? slope : -slope };
  });
  return Math.exp(y) / rate;
}

/** Wilson & Hilferty 1931 where it is good, else the first term of the series for P. */
function logStart(p: number, shape: number): number {
  const cube = 1 - 1 / (9 * shape) + normalQuantile(p) / (3 * Math.sqrt(shape));
  if (shape > 0.5 && cube > 0.2) return Math.log(shape) + 3 * Math.log(cube);
  return (Math.log(p) + lnGamma(shape + 1)) / shape;
}
