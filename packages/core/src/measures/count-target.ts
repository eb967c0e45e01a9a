import { apportion, type Weighted } from '../apportion/apportion.ts';
import { cascade } from '../apportion/cascade.ts';

/**
 * Shares a count of a year out: among people by Webster (a person never loses one because the total grows), and of each person over the
 * periods by cumulative rounding, so that every year to date is within half a unit of its share. 5 over four weeks are 1, 2, 1, 1.
 * The parts of a person sum to their share, and the shares to the total (rule 1, KPIs).
 * @returns by person the counts of the periods, in their order
 *
 * Throws RangeError as `apportion` and `cascade` do: a total that is no safe whole number, negative weights, nobody, no periods.
 */
export function shareCount(
  total: number,
  people: readonly Weighted[],
  periodWeights: ArrayLike<number>,
): Map<string, number[]> {
  const shares = apportion(total, people, 'webster');
  return new Map([...shares].map(([id, share]) => [id, cascade(share, periodWeights)]));
}
