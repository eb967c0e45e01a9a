import { incBeta } from '../special/inc-beta.ts';

/** `shape` r > 0 (need not be whole), `success` p in (0, 1): failures before the r-th success. */
export type NegativeBinomial = { readonly shape: number; readonly success: number };

/** P(X ≤ k) = I_p(r, k + 1). */
export const negativeBinomialCdf = (k: number, { shape, success }: NegativeBinomial): number =>
  k < 0 ? 0 : incBeta(success, shape, Math.floor(k) + 1);

/** The smallest whole k with P(X ≤ k) ≥ p, by doubling and bisection. */
export function negativeBinomialQuantile(p: number, distribution: NegativeBinomial): number {
  let high = 1;
  while (negativeBinomialCdf(high, distribution) < p) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (negativeBinomialCdf(middle, distribution) >= p) high = middle;
    else low = middle;
  }
  return high;
}
