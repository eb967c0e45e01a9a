import { inProportion } from './exact-share.ts';

/** One share of a whole number of units: the units its weight earns in full, and ±1 or 0 of those left over. */
export type RemainderShare = { readonly wholeUnits: number; readonly leftoverUnit: 1 | 0 | -1 };

/**
 * The share of `own` by the largest-remainder rule (Hamilton): every share `total · weight / Σ weights` is cut to whole
 * units, and the units left over go one each to the largest remainders. A negative total mirrors its absolute value.
 *
 * `ahead` holds the other weights that win a tie against own (larger weight, then lower id), `behind` those that lose
 * it. Everything is compared exactly. Throws RangeError on a total that is no whole number, on a negative weight and
 * when all weights are zero.
 */
export function remainderShare(
  total: number,
  own: number,
  ahead: readonly number[],
  behind: readonly number[],
): RemainderShare {
  if (!Number.isSafeInteger(total)) throw new RangeError(`Only whole units are shared out; got a total of ${total}.`);
  const weights = inProportion([own, ...ahead, ...behind]);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('Weights are zero or more.');
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) throw new RangeError('The weights are all zero; share equally instead.');
  const size = BigInt(Math.abs(total));
  const remainders = weights.map((weight) => (size * weight) % whole);
  // The remainders add up to a whole number of units: exactly those that are left over.
  const leftover = remainders.reduce((sum, remainder) => sum + remainder, 0n) / whole;
  const mine = remainders[0] as bigint;
  const servedBefore = remainders.filter((remainder, index) => {
    if (index === 0) return false;
    return index <= ahead.length ? remainder >= mine : remainder > mine;
  }).length;
  const wholeUnits = Number((size * (weights[0] as bigint)) / whole);
  const isServed = BigInt(servedBefore) < leftover;
  if (total < 0) return { wholeUnits: 0 - wholeUnits, leftoverUnit: isServed ? -1 : 0 };
  return { wholeUnits, leftoverUnit: isServed ? 1 : 0 };
}
