import { apportion, type Weighted } from '../apportion/apportion.ts';
import { cascade } from '../apportion/cascade.ts';
import { controlledRound } from '../apportion/controlled-round.ts';

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

/**
 * Shares the same count of every period out among people: their totals over all periods by Webster, and each period exactly what is wanted of
 * it (both margins fixed: controlled rounding, rule 1). 5 a month among three are 20 a year each, and 5 in every month.
 * @returns by person the counts of the periods, in their order
 *
 * Throws RangeError on a count that is no safe whole number or negative, on negative weights, nobody, and periods that are not whole.
 */
export function sharePerPeriod(perPeriod: number, people: readonly Weighted[], periods: number): Map<string, number[]> {
  if (!Number.isSafeInteger(perPeriod) || perPeriod < 0)
    throw new RangeError(`A wanted count is a whole number, none or more; got ${perPeriod}.`);
  if (!Number.isInteger(periods) || periods < 1)
    throw new RangeError(`Periods are whole, one or more; got ${periods}.`);
  const shares = [...apportion(perPeriod * periods, people, 'webster')];
  const rows = shares.map(([, share]) => share);
  const columns = new Array<number>(periods).fill(perPeriod);
  const cells = rows.map((share) => columns.map(() => share / periods));
  const rounded = controlledRound(cells, rows, columns);
  return new Map(shares.map(([id], row) => [id, rounded[row] as number[]]));
}
