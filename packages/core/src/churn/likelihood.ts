import { lnGamma } from '../special/ln-gamma.ts';
import { oddsGone, type Purchases, type Rhythm } from './rhythm.ts';

/**
 * The logarithm of the likelihood of what customers did, summed over groups of customers who did the same. What hangs on the number of
 * repeats alone is worked out once for each number: the gamma functions are most of the cost.
 */
export function lnLikelihoods(
  rhythm: Rhythm,
  groups: readonly { readonly purchases: Purchases; readonly count: number }[],
): number {
  const { r, alpha } = rhythm;
  const byRepeats = new Map<number, number>();
  const ofRepeats = (repeats: number): number => {
    const known = byRepeats.get(repeats);
    if (known !== undefined) return known;
    let value = lnGamma(r + repeats) - lnGamma(r) + r * Math.log(alpha);
    if (rhythm.kind !== 'nbd') {
      const { kind, a, b } = rhythm;
      const stayed = repeats + (kind === 'mbgnbd' ? 1 : 0);
      value += lnGamma(a + b) - lnGamma(b) + lnGamma(b + stayed) - lnGamma(a + b + stayed);
    }
    byRepeats.set(repeats, value);
    return value;
  };
  let sum = 0;
  for (const { purchases, count } of groups) {
    const { repeats, age } = purchases;
    const value = ofRepeats(repeats) - (r + repeats) * Math.log(alpha + age) + Math.log1p(oddsGone(rhythm, purchases));
    sum += count * value;
  }
  return sum;
}
