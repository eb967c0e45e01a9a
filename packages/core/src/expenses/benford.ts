/** Fewer amounts than this say nothing about their first digits. */
export const leastAmounts = 300;

export type Benford =
  | {
      readonly status: 'ok';
      readonly n: number;
      /** Mean absolute deviation of the nine shares from Benford's. */
      readonly mad: number;
      /** χ² with 8 degrees of freedom; it grows with n, so that in a large set it rejects what is close. The grade goes by `mad`. */
      readonly chi2: number;
      /** Nigrini 2012 for first digits: below .006 close, below .012 acceptable, below .015 marginal, else nonconforming. */
      readonly grade: 'close' | 'acceptable' | 'marginal' | 'nonconforming';
    }
  | { readonly status: 'insufficientData'; readonly n: number }
  | { readonly status: 'narrowRange'; readonly n: number };

/**
 * How the first digits of a set of amounts lie to Benford's law, log₁₀(1 + 1/d) (rule 11). `insufficientData` with fewer than 300: never
 * on one person's small set. Throws RangeError on other than nine counts and on a count that is no whole number of zero or more.
 * @param counts how many amounts begin with 1, 2 … 9
 */
export function benford(counts: readonly number[]): Benford {
  if (counts.length !== 9 || counts.some((count) => !Number.isSafeInteger(count) || count < 0))
    throw new RangeError('First digits are counted by nine whole numbers, for 1 to 9.');
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < leastAmounts) return { status: 'insufficientData', n };
  let [deviation, chi2] = [0, 0];
  for (const [at, count] of counts.entries()) {
    const share = Math.log10(1 + 1 / (at + 1));
    deviation += Math.abs(count / n - share);
    chi2 += (count - n * share) ** 2 / (n * share);
  }
  const mad = deviation / 9;
  const grade = mad < 0.006 ? 'close' : mad < 0.012 ? 'acceptable' : mad < 0.015 ? 'marginal' : 'nonconforming';
  return { status: 'ok', n, mad, chi2, grade };
}

/**
 * `benford` of amounts above zero, in minor units of one currency. `narrowRange` when the largest is not a hundred times the smallest:
 * the law holds only over two orders of magnitude or more. Throws RangeError on an amount that is no whole number above zero.
 */
export function benfordOf(amounts: readonly number[]): Benford {
  const counts = new Array<number>(9).fill(0);
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (const amount of amounts) {
    if (!Number.isSafeInteger(amount) || amount <= 0)
      throw new RangeError(`An amount is whole and above zero; got ${amount}.`);
    const digit = Number(`${amount}`[0]);
    counts[digit - 1] = (counts[digit - 1] as number) + 1;
    least = Math.min(least, amount);
    most = Math.max(most, amount);
  }
  const found = benford(counts);
  return found.status === 'ok' && most < 100 * least ? { status: 'narrowRange', n: found.n } : found;
}
