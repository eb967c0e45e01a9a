import type { Beta } from '../rate/shrink.ts';
import { incBeta } from '../special/inc-beta.ts';
import { lnGamma } from '../special/ln-gamma.ts';

/** Beyond so many successes the count is settled by the uncertainty of the rate alone, to less than a part in a thousand. */
const manySuccesses = 1000;
/** What nobody can try is no answer. */
const triesAtMost = 1e9;

/**
 * How many tries are needed so that at least `successes` succeed with the stated confidence when the chance itself is only known as
 * Beta(a, b): the smallest n with P(BetaBin(n, a, b) ≥ k) ≥ confidence (rule 2, "with uncertain p use beta-binomial"). As the evidence
 * a + b grows it comes down to `safeCount`. Above 1,000 successes it is k ÷ the (1 − confidence) quantile of the chance, rounded up.
 *
 * Null when even a thousand million tries are not safe. Throws RangeError unless k is whole and not negative, a and b lie above zero and
 * the confidence strictly between 0 and 1.
 */
export function uncertainCount(successes: number, { a, b }: Beta, confidence: number): number | null {
  if (!Number.isInteger(successes) || successes < 0)
    throw new RangeError(`Successes are a whole number of 0 or more; got ${successes}.`);
  if (!(a > 0 && b > 0 && Number.isFinite(a + b)))
    throw new RangeError(`A chance's parameters are finite and above zero; got ${a} and ${b}.`);
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence lies between 0 and 1; got ${confidence}.`);
  if (successes === 0) return 0;
  if (successes > manySuccesses) {
    const tries = Math.ceil(successes / betaQuantile(1 - confidence, { a, b }));
    return tries <= triesAtMost ? tries : null;
  }
  const isSafe = (tries: number) => 1 - fewerThan(successes, tries, { a, b }) >= confidence;
  let high = successes;
  while (!isSafe(high)) {
    high *= 2;
    if (high > triesAtMost) return null;
  }
  let low = Math.max(successes - 1, Math.floor(high / 2));
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isSafe(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** P(X < k) of a beta-binomial: the term at k − 1 by logarithms, those below it by their ratios, scaled so that none overflows. */
function fewerThan(k: number, n: number, { a, b }: Beta): number {
  if (n < k) return 1;
  const lnBeta = (x: number, y: number) => lnGamma(x) + lnGamma(y) - lnGamma(x + y);
  const at = k - 1;
  let lnScale = lnGamma(n + 1) - lnGamma(at + 1) - lnGamma(n - at + 1) + lnBeta(a + at, b + n - at) - lnBeta(a, b);
  let [term, sum] = [1, 1];
  for (let j = at; j > 0; j -= 1) {
    // From the term at j to that at j − 1.
    term *= (j / (n - j + 1)) * ((b + n - j) / (a + j - 1));
    sum += term;
    if (sum > 1e250) {
      lnScale += Math.log(sum);
      term /= sum;
      sum = 1;
    }
  }
  return Math.min(1, Math.exp(lnScale + Math.log(sum)));
}

/** The x with I_x(a, b) = p, by bisection to the last digits. */
function betaQuantile(p: number, { a, b }: Beta): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 200 && high - low > Number.EPSILON * high; step += 1) {
    const middle = (low + high) / 2;
    if (incBeta(middle, a, b) < p) low = middle;
    else high = middle;
  }
  return high;
}
