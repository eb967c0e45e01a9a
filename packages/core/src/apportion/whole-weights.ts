import { LARGEST_WHOLE } from './exact-division.ts';

/** Weights times 2^exponent, as whole numbers, and their exact sum (at most 2^51). */
export type WholeWeights = { readonly units: Float64Array; readonly sum: number; readonly exponent: number };

/**
 * Reads weights of any size as whole numbers in the same proportion, so that their sums and remainders are exact.
 * Whole numbers that sum to at most 2^51 stay as they are; all others are laid on one binary grid of which their sum
 * takes 2^49 to 2^50 steps (a relative change below 1e−15 of the sum). Equal weights stay equal, and a common factor of
 * a power of two changes nothing.
 *
 * Throws RangeError on a weight that is negative, not finite, or too large to be summed.
 */
export function wholeWeights(weights: ArrayLike<number>): WholeWeights {
  let sum = 0;
  let areWhole = true;
  for (let index = 0; index < weights.length; index += 1) {
    const weight = weights[index] as number;
    if (!(weight >= 0)) throw new RangeError(`A weight is a number of zero or more; number ${index + 1} is ${weight}.`);
    sum += weight;
    areWhole &&= Number.isInteger(weight);
  }
  if (!Number.isFinite(sum)) throw new RangeError('The weights are too large to be summed.');
  if (areWhole && sum <= LARGEST_WHOLE) return { units: Float64Array.from(weights), sum, exponent: 0 };
  return onGrid(weights, 49 - Math.floor(Math.log2(sum)));
}

/**
 * The weights as `wholeWeights` reads them, in their own size: what a derivation has to show, since their sums are
 * exact in whatever order they are added, while the sum of arbitrary doubles hangs on it.
 */
export function weightsOnGrid(weights: ArrayLike<number>): Float64Array {
  const { units, exponent } = wholeWeights(weights);
  return units.map((unit) => timesPowerOfTwo(unit, -exponent));
}

function onGrid(weights: ArrayLike<number>, exponent: number): WholeWeights {
  const units = Float64Array.from(weights, (weight) => Math.round(timesPowerOfTwo(weight, exponent)));
  return { units, sum: units.reduce((sum, unit) => sum + unit, 0), exponent };
}

/** In two steps, because 2^exponent itself may lie beyond the range of a double. */
function timesPowerOfTwo(value: number, exponent: number): number {
  const half = exponent >> 1;
  return value * 2 ** half * 2 ** (exponent - half);
}
