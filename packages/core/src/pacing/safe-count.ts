import { incBeta } from '../special/inc-beta.ts';

/**
 * How many tries are needed so that at least `successes` of them succeed with the stated confidence: the smallest n with
 * P(Bin(n, p) ≥ k) ≥ confidence. "30, not 20, to be 90 % sure."
 *
 * Throws RangeError unless k is a whole number of 0 or more, and p and the confidence lie strictly between 0 and 1.
 */
export function safeCount(successes: number, p: number, confidence: number): number {
  if (!Number.isInteger(successes) || successes < 0)
    throw new RangeError(`Successes are a whole number of 0 or more; got ${successes}.`);
  if (!(p > 0 && p < 1 && confidence > 0 && confidence < 1))
    throw new RangeError(`A chance and a confidence lie between 0 and 1; got ${p} and ${confidence}.`);
  if (successes === 0) return 0;
  const isSafe = (tries: number) => incBeta(p, successes, tries - successes + 1) >= confidence;
  let high = successes;
  while (!isSafe(high)) high *= 2;
  let low = Math.max(successes - 1, Math.floor(high / 2));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isSafe(middle)) high = middle;
    else low = middle;
  }
  return high;
}
