/**
 * Exact division of products that a double cannot hold.
 *
 * A share `total · part / whole` of 1e13 cents multiplies two numbers of 1e13, far beyond 2^53, and a remainder taken
 * from the rounded product would be noise. The product is therefore kept as an unevaluated sum of two doubles (T. J.
 * Dekker, "A Floating-Point Technique for Extending the Available Precision", 1971), which costs some twenty operations
 * and no allocation, where BigInt would cost a microsecond a cell.
 *
 * All functions take non-negative whole numbers with total ≤ 2^53 − 1, part ≤ whole ≤ 2^51; callers see to it.
 */

/** The largest sum of weights for which remainders stay exact. */
export const LARGEST_WHOLE = 2 ** 51;

const SPLITTER = 2 ** 27 + 1;

/** `⌊total · part / whole⌋`, exactly. */
export function shareFloor(total: number, part: number, whole: number): number {
  const product = total * part;
  let quotient = Math.floor(product / whole);
  if (product <= Number.MAX_SAFE_INTEGER) {
    // The product is exact, and so is the correction: a quotient of doubles can only err upwards by rounding.
    return quotient * whole > product ? quotient - 1 : quotient;
  }
  let remainder = shareRemainder(total, part, whole, quotient);
  while (remainder < 0) {
    quotient -= 1;
    remainder += whole;
  }
  while (remainder >= whole) {
    quotient += 1;
    remainder -= whole;
  }
  return quotient;
}

/** `total · part − floor · whole`, exactly, where `floor` is what `shareFloor` gave (or a few units beside it). */
export function shareRemainder(total: number, part: number, whole: number, floor: number): number {
  const taken = total * part;
  const given = floor * whole;
  if (taken <= Number.MAX_SAFE_INTEGER && given <= Number.MAX_SAFE_INTEGER) return taken - given;
  // Both differences are exact: the high parts are neighbours, the low parts whole numbers below 2^51.
  return taken - given + (lowPart(total, part, taken) - lowPart(floor, whole, given));
}

/** `total · part / whole` rounded to the nearest whole number, a half upwards. */
export function shareRounded(total: number, part: number, whole: number): number {
  const floor = shareFloor(total, part, whole);
  return 2 * shareRemainder(total, part, whole, floor) >= whole ? floor + 1 : floor;
}

/** The sign of `a · b − c · d`, exactly, for whole numbers whose products stay below 2^105. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  if (left !== right) return left < right ? -1 : 1;
  return Math.sign(lowPart(a, b, left) - lowPart(c, d, right));
}

/** What the rounded product leaves out: `a · b − high`, exactly. */
function lowPart(a: number, b: number, high: number): number {
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
