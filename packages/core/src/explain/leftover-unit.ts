import { inProportion } from './exact-share.ts';

/**
 * Does the largest-remainder rule (Hamilton) hand `own` one of the units that are left when every share
 * `total · weight / Σ weights` has been cut to a whole number? Answers 1, 0, or −1 for a negative total, whose shares
 * mirror those of its absolute value.
 *
 * `ahead` holds the other weights that win a tie against own (larger weight, then lower id), `behind` those that lose
 * it. Remainders are compared exactly. Throws RangeError on a total that is no whole number, on a negative weight and
 * when all weights are zero.
 */
export function leftoverUnit(
  total: number,
  own: number,
  ahead: readonly number[],
  behind: readonly number[],
): 1 | 0 | -1 {
  if (!Number.isSafeInteger(total)) throw new RangeError(`Only whole units can be left over; got a total of ${total}.`);
  const weights = inProportion([own, ...ahead, ...behind]);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('Weights are zero or more.');
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) throw new RangeError('The weights are all zero; share equally instead.');
  const size = BigInt(Math.abs(total));
  const remainders = weights.map((weight) => (size * weight) % whole);
  // The remainders add up to a whole number of units: exactly those that are left over.
  const leftover = remainders.reduce((sum, remainder) => sum + remainder, 0n) / whole;
  const mine = remainders[0] as bigint;
  const served = remainders.filter((remainder, index) => {
    if (index === 0) return false;
    return index <= ahead.length ? remainder >= mine : remainder > mine;
  }).length;
  if (BigInt(served) >= leftover) return 0;
  return total < 0 ? -1 : 1;
}
