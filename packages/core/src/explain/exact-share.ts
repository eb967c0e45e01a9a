/**
 * Exact shares `total · part / whole`.
 *
 * A product such as 6e9 cents × 6e9 cents leaves the integers a double can hold, and a share that lies on a half or on
 * a whole number would then be rounded by luck. Every double is a binary fraction, so the numbers are scaled to
 * integers and the division is done there.
 */

/** `total · part / whole` rounded half away from zero. `part` ≥ 0, `whole` > 0, else RangeError. */
export function roundedShare(total: number, part: number, whole: number): number {
  if (!(whole > 0)) throw new RangeError(`A share needs a whole above zero; got ${whole}.`);
  if (!(part >= 0)) throw new RangeError(`A share needs a part of zero or more; got ${part}.`);
  const [size, one] = inProportion([Math.abs(total), 1]) as [bigint, bigint];
  const [partial, entire] = inProportion([part, whole]) as [bigint, bigint];
  const [numerator, denominator] = [size * partial, one * entire];
  const rounded = Number((2n * numerator + denominator) / (2n * denominator));
  return total < 0 ? 0 - rounded : rounded;
}

/** Integers in the same proportion as the given doubles: all of them times one power of two. */
export function inProportion(values: readonly number[]): bigint[] {
  const places = values.map(binaryPlaces);
  const most = places.reduce((larger, each) => Math.max(larger, each), 0);
  return values.map((value, index) => {
    const own = places[index] as number;
    // Two steps, because 2^own itself may lie beyond the range of a double.
    const half = own >> 1;
    return BigInt(value * 2 ** half * 2 ** (own - half)) << BigInt(most - own);
  });
}

function binaryPlaces(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`A share needs finite numbers; got ${value}.`);
  let places = 0;
  for (let rest = value; !Number.isInteger(rest); rest *= 2) places += 1;
  return places;
}
