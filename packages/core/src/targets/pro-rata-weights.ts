import type { Weighted } from '../apportion/apportion.ts';

/**
 * Weights of people by the part of the year that they serve: `weight · Σ s_m · c_m ÷ Σ s_m`, with the season's share of each
 * month and the part of it that the person serves (1 all of it, 0 before joining and after leaving, between them for ramp,
 * part-time and leave). People without parts serve all of it.
 *
 * Two people of equal weight, one of whom joins on 1 July and ramps by ¼, ½, ¾, 1, 1, 1: 4.5 of 16.5 months of an even
 * year, 27.27 % of the total.
 *
 * Throws RangeError on parts that are not twelve numbers of zero or more, and on a season without weight.
 */
export function proRataWeights(
  persons: readonly Weighted[],
  monthShares: readonly number[],
  parts: ReadonlyMap<string, readonly number[]>,
): Weighted[] {
  const season = monthShares.reduce((sum, share) => sum + share, 0);
  if (!(season > 0)) throw new RangeError('A season has weight in at least one month.');
  return persons.map(({ id, weight }) => {
    const served = parts.get(id);
    if (served === undefined) return { id, weight };
    if (served.length !== monthShares.length || !served.every((part) => part >= 0 && part < Number.POSITIVE_INFINITY))
      throw new RangeError(`The parts of the year that ${id} serves are one number of zero or more a month.`);
    const sum = served.reduce((all, part, month) => all + part * (monthShares[month] as number), 0);
    return { id, weight: (weight * sum) / season };
  });
}
