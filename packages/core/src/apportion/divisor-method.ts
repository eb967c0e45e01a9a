import { compareProducts, shareRounded } from './exact-division.ts';
import { demandWholeTotal } from './largest-remainder.ts';
import { wholeWeights } from './whole-weights.ts';

/**
 * Shares a whole number out by the divisor method with standard rounding (Webster, Sainte-Laguë): the rule for heads and
 * other small counts, because nobody's share falls when the total rises. Ties to the larger weight, then to the earlier
 * place. A negative total mirrors its absolute value; weights that are all zero share equally.
 *
 * Throws as `largestRemainder` does. Source: Balinski & Young, "Fair Representation", 1982.
 */
export function divisorMethod(total: number, weights: ArrayLike<number>): Float64Array {
  demandWholeTotal(total, weights.length);
  const read = wholeWeights(weights);
  const isEqual = read.sum === 0;
  const units = isEqual ? read.units.fill(1) : read.units;
  const whole = isEqual ? weights.length : read.sum;
  const size = Math.abs(total);
  // Rounded quotas are the method's own answer for the total they happen to have; from there it is one unit at a time.
  const shares = units.map((unit) => shareRounded(size, unit, whole));
  let missing = size - shares.reduce((sum, share) => sum + share, 0);
  for (; missing > 0; missing -= 1) change(shares, nextToGain(shares, units), 1);
  for (; missing < 0; missing += 1) change(shares, nextToLose(shares, units), -1);
  return total < 0 ? shares.map((share) => 0 - share) : shares;
}

function nextToGain(shares: Float64Array, units: Float64Array): number {
  let best = 0;
  for (let index = 1; index < shares.length; index += 1) {
    if (claims(shares, units, index, best, 1) > 0) best = index;
  }
  return best;
}

function nextToLose(shares: Float64Array, units: Float64Array): number {
  let worst = -1;
  for (let index = 0; index < shares.length; index += 1) {
    if (shares[index] === 0) continue;
    if (worst < 0 || claims(shares, units, index, worst, -1) <= 0) worst = index;
  }
  return worst;
}

/** Whose claim on a unit is stronger: `weight / (2 · share ± 1)`, a tie to the larger weight. */
function claims(shares: Float64Array, units: Float64Array, one: number, other: number, step: 1 | -1): number {
  const [oneUnits, otherUnits] = [units[one] as number, units[other] as number];
  const [oneShare, otherShare] = [shares[one] as number, shares[other] as number];
  return (
    compareProducts(oneUnits, 2 * otherShare + step, otherUnits, 2 * oneShare + step) ||
    Math.sign(oneUnits - otherUnits)
  );
}

function change(shares: Float64Array, index: number, step: 1 | -1): void {
  shares[index] = (shares[index] as number) + step;
}
