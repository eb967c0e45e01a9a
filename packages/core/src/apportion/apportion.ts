import { divisorMethod } from './divisor-method.ts';
import { largestRemainder } from './largest-remainder.ts';

/** `hamilton`: largest remainder, for money. `webster`: divisor method, for heads and other small counts. */
export type ApportionMethod = 'hamilton' | 'webster';

/** Someone or something that takes a share, in proportion to its weight. */
export type Weighted = { readonly id: string; readonly weight: number };

/**
 * Shares a whole number (minor units or a count) out among items in proportion to their weights, so that the shares are
 * whole and sum to the total. Ties go to the larger remainder, then the larger weight, then the lower id, so the order
 * of the items does not matter. A negative total mirrors its absolute value; weights that are all zero share equally.
 * The result is in the order of the items.
 *
 * Throws RangeError on a total that is no safe whole number, on a weight that is negative or not finite, on an id given
 * twice, and on a total with no items.
 */
export function apportion(
  total: number,
  items: readonly Weighted[],
  method: ApportionMethod = 'hamilton',
): Map<string, number> {
  const shares = new Map(items.map((item) => [item.id, 0]));
  if (shares.size < items.length) throw new RangeError('An id stands twice among the items that share a total.');
  const byId = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const weights = byId.map((item) => item.weight);
  const amounts = sharesOf(total, weights, method);
  for (const [index, item] of byId.entries()) shares.set(item.id, (amounts[index] as number) + 0);
  return shares;
}

/** The same by places: weights that are in the order in which ties are decided. Throws as `apportion` does. */
export const sharesOf = (
  total: number,
  weights: ArrayLike<number>,
  method: ApportionMethod = 'hamilton',
): Float64Array => (method === 'webster' ? divisorMethod(total, weights) : largestRemainder(total, weights));
