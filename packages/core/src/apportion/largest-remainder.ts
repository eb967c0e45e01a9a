import { shareFloor, shareRemainder } from './exact-division.ts';
import { wholeWeights } from './whole-weights.ts';

/**
 * Shares a whole number out in proportion to weights by largest remainder (Hamilton): every share is cut to whole
 * units, and the units left over go one each to the largest remainders; ties to the larger weight, then to the earlier
 * place. A negative total mirrors its absolute value; weights that are all zero share equally.
 *
 * The form for big grids: whole numbers in, a Float64Array of whole numbers out, exact for totals up to 2^53 − 1.
 *
 * Throws RangeError on a total that is no safe whole number, on a bad weight, and on a total without anyone to share it.
 */
export function largestRemainder(total: number, weights: ArrayLike<number>): Float64Array {
  demandWholeTotal(total, weights.length);
  const read = wholeWeights(weights);
  const isEqual = read.sum === 0;
  const units = isEqual ? read.units.fill(1) : read.units;
  const whole = isEqual ? weights.length : read.sum;
  const size = Math.abs(total);
  const shares = new Float64Array(weights.length);
  const remainders = new Float64Array(weights.length);
  let leftover = size;
  for (let index = 0; index < units.length; index += 1) {
    const unit = units[index] as number;
    const floor = shareFloor(size, unit, whole);
    shares[index] = floor;
    remainders[index] = shareRemainder(size, unit, whole, floor);
    leftover -= floor;
  }
  if (leftover > 0) {
    const order = Array.from(units.keys()).sort(
      (a, b) =>
        (remainders[b] as number) - (remainders[a] as number) || (units[b] as number) - (units[a] as number) || a - b,
    );
    for (const index of order.slice(0, leftover)) shares[index] = (shares[index] as number) + 1;
  }
  return total < 0 ? shares.map((share) => 0 - share) : shares;
}

/** Refuses what cannot be shared out: a total that is no safe whole number, or units with nobody to take them. */
export function demandWholeTotal(total: number, takers: number): void {
  if (!Number.isSafeInteger(total)) throw new RangeError(`Only a whole number is shared out exactly; got ${total}.`);
  if (takers === 0 && total !== 0) throw new RangeError(`There is nobody to take a share of ${total}.`);
}
