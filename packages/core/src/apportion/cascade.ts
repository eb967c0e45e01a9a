import { shareRounded } from './exact-division.ts';
import { demandWholeTotal } from './largest-remainder.ts';
import { wholeWeights } from './whole-weights.ts';

/**
 * Shares a whole number out over ordered time by cumulative rounding: `n_k = R(T·C_k) − R(T·C_{k−1})`, where C is the
 * running share of the weights and R rounds a half away from zero. Every part of a year to date lies within half a unit
 * of its exact share, and months summed to quarters are the cascade of the quarters. Weights that are all zero share
 * equally.
 *
 * Throws RangeError on a total that is no safe whole number, on a weight that is negative or not finite, and on a total
 * with no periods.
 */
export function cascade(total: number, weights: ArrayLike<number>): number[] {
  demandWholeTotal(total, weights.length);
  const read = wholeWeights(weights);
  const isEqual = read.sum === 0;
  const units = isEqual ? read.units.fill(1) : read.units;
  const whole = isEqual ? weights.length : read.sum;
  const size = Math.abs(total);
  const sign = total < 0 ? -1 : 1;
  let running = 0;
  let before = 0;
  return Array.from(units, (unit) => {
    running += unit;
    const upTo = shareRounded(size, running, whole);
    const step = upTo - before;
    before = upTo;
    return sign * step + 0;
  });
}
