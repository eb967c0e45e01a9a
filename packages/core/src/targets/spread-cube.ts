import { type ApportionMethod, sharesOf } from '../apportion/apportion.ts';
import { cascade } from '../apportion/cascade.ts';
import { largestRemainder } from '../apportion/largest-remainder.ts';
import { type CubeSize, cubeSums, roundCube } from './round-cube.ts';

/**
 * Spreads a whole total over a cube of leaves in proportion to their present whole values: months by cascade, persons
 * and lines by largest remainder (persons of heads by Webster), leaves by controlled rounding between them. A spread of their own sum changes nothing.
 * All zero: in proportion to `shape`, which is asked only then; zero as well: equally among those that `isFree`.
 * Where present values have both signs, each moves by its share of the change, in proportion to its size.
 *
 * `present` holds 0 wherever a leaf is not free; such a leaf gets 0. Throws RangeError on a total for no free leaf.
 */
export function spreadCube(
  total: number,
  present: Float64Array,
  size: CubeSize,
  free: {
    readonly isFree: Uint8Array;
    readonly shape: () => Float64Array;
    readonly method?: ApportionMethod | undefined;
  },
): Float64Array {
  const by = { method: free.method };
  let [sum, extent] = [0, 0];
  for (const value of present) {
    sum += value;
    extent += Math.abs(value);
  }
  if (extent === 0) return inProportion(total, shapeOf(free), size, by);
  if (sum === total) return present.slice();
  if (sum === extent) return inProportion(total, present, size, by);
  const sizes = present.map(Math.abs);
  if (-sum === extent) return inProportion(total, sizes, size, by);
  return inProportion(total - sum, sizes, size, by).map((change, place) => (present[place] as number) + change);
}

/**
 * Whole leaves that sum to `total`, in proportion to weights of zero or more. Given months are met as they are; without
 * them months are the cascade of the total.
 */
export function inProportion(
  total: number,
  weights: Float64Array,
  size: CubeSize,
  {
    givenMonths,
    method,
  }: { readonly givenMonths?: ArrayLike<number>; readonly method?: ApportionMethod | undefined } = {},
): Float64Array {
  if (total < 0)
    return inProportion(-total, weights, size, { ...(givenMonths ? { givenMonths } : {}), method }).map(
      (leaf) => 0 - leaf,
    );
  const sums = cubeSums(weights, size);
  let whole = 0;
  for (const month of sums.months) whole += month;
  if (total === 0) return new Float64Array(weights.length);
  if (whole === 0) throw new RangeError(`There is no free leaf to take a share of ${total}.`);
  const factor = total / whole;
  return roundCube({
    months: givenMonths ?? cascade(total, sums.months),
    persons: sharesOf(total, sums.persons, method),
    lines: largestRemainder(total, sums.lines),
    personMonths: sums.personMonths.map((cell) => cell * factor),
    lineMonths: sums.lineMonths.map((cell) => cell * factor),
    cellsOf: (month, _, cells) => {
      for (let row = 0; row < cells.length; row += 1) {
        cells[row] = (weights[row * size.months + month] as number) * factor;
      }
    },
  });
}

function shapeOf({ isFree, shape }: { readonly isFree: Uint8Array; readonly shape: () => Float64Array }): Float64Array {
  const weights = shape().map((weight, place) => (isFree[place] === 1 ? weight : 0));
  return weights.some((weight) => weight > 0) ? weights : Float64Array.from(isFree);
}
