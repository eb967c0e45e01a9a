import { largestRemainder } from '../apportion/largest-remainder.ts';
import { roundToMargins } from '../apportion/round-to-margins.ts';
import { derive, largestRemainderShare } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { MONTHS_IN_YEAR } from './plan.ts';

/**
 * Another face of the same months: parts (segments, regions, the products of a line) × months, month fastest. Each part's
 * year is its largest-remainder share of the sum of the months, and both margins are met by controlled rounding, so
 * that every month and every part sums exactly. Weights are any numbers of zero or more; all zero share equally.
 */
export function sharedFace(weights: ArrayLike<number>, months: readonly number[]): Float64Array {
  const count = weights.length;
  const face = new Float64Array(count * MONTHS_IN_YEAR);
  if (count === 0) return face;
  const planned = months.reduce((sum, month) => sum + month, 0);
  const totals = largestRemainder(planned, weights);
  const whole = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  const cells = new Float64Array(count * MONTHS_IN_YEAR);
  for (const [month, total] of months.entries()) {
    for (let part = 0; part < count; part += 1) {
      const byYear = (totals[part] as number) * (total / planned);
      const byWeight = total * (whole === 0 ? 1 / count : (weights[part] as number) / whole);
      cells[month * count + part] = planned === 0 ? byWeight : byYear;
    }
  }
  const rounded = roundToMargins({ cells, rows: months, columns: totals }).cells;
  for (let place = 0; place < rounded.length; place += 1) {
    face[(place % count) * MONTHS_IN_YEAR + Math.floor(place / count)] = (rounded[place] as number) + 0;
  }
  return face;
}

/** What the derivation of a part rests on. Places count from 0. */
export type SharedSources = {
  /** How the month of the whole comes about. */
  readonly month: (month: number) => Why;
  /** What a part was weighted with. */
  readonly weight: (part: number, value: number) => Leaf;
  /** What the controlled rounding gave to or took from a month of a part. */
  readonly rounding: (part: number, month: number, value: number) => Leaf;
};

/**
 * How a part of a shared face comes about, for the months given: its share of the year by largest remainder, in each
 * month in proportion, with the unit of the rounding. It evaluates to the sum of those cells of `sharedFace`.
 */
export function whySharedPart(
  weights: ArrayLike<number>,
  months: readonly number[],
  at: { readonly part: number; readonly months: readonly number[] },
  sources: SharedSources,
): Why {
  const face = sharedFace(weights, months);
  const whys = months.map((_, month) => sources.month(month));
  const year = shareOfYear(weights, whys, at.part, sources);
  if (at.months.length === MONTHS_IN_YEAR) return year;
  const cells = at.months.map((month) => {
    const own = whys[month] as Why;
    const value = face[at.part * MONTHS_IN_YEAR + month] as number;
    const heading = { rule: 'targets.part-of-month', unit: 'money' } as const;
    const cut = isProportional(whys)
      ? derive('share-round', heading, [year, own, derive('sum', { rule: 'targets.year', unit: 'money' }, whys)])
      : derive('sum', heading, []);
    return derive('sum', { rule: 'targets.part-month', unit: 'money' }, [
      cut,
      sources.rounding(at.part, month, value - cut.value),
    ]);
  });
  const [only] = cells;
  if (cells.length === 1 && only) return only;
  return derive('sum', { rule: 'targets.part-months', unit: 'money' }, cells);
}

/** A month is in proportion to the year only where no month takes back what another one brings. */
function isProportional(months: readonly Why[]): boolean {
  return months.every(({ value }) => value >= 0) && months.some(({ value }) => value > 0);
}

function shareOfYear(weights: ArrayLike<number>, whys: readonly Why[], part: number, sources: SharedSources): Why {
  const total = derive('sum', { rule: 'targets.year', unit: 'money' }, whys);
  const own = weights[part] as number;
  const isEqual = Array.from(weights).every((weight) => weight === 0);
  const [ahead, behind]: [Leaf[], Leaf[]] = [[], []];
  for (let other = 0; other < weights.length; other += 1) {
    if (other === part) continue;
    const weight = weights[other] as number;
    const winsTie = weight > own || (weight === own && other < part);
    (winsTie ? ahead : behind).push(sources.weight(other, isEqual ? 1 : weight));
  }
  return largestRemainderShare(
    { rule: 'targets.part', unit: 'money' },
    { total, own: sources.weight(part, isEqual ? 1 : own), ahead, behind },
  );
}
