import { gammaQuantile } from './gamma.ts';
import { incGamma, incGammaUpper } from './inc-gamma.ts';

/** The probability that a χ² variable with df degrees of freedom is at most x. */
export function chiSquareCdf(x: number, df: number): number {
  return incGamma(df / 2, Math.max(0, x / 2));
}

/** The probability that a χ² variable with df degrees of freedom exceeds x: the p-value of a χ² test. */
export function chiSquareSurvival(x: number, df: number): number {
  return incGammaUpper(df / 2, Math.max(0, x / 2));
}

/** The value a χ² variable with df degrees of freedom stays below with probability p. */
export function chiSquareQuantile(p: number, df: number): number {
  return gammaQuantile(p, { shape: df / 2, rate: 0.5 });
}
