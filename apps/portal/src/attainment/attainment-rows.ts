import type {
  AttainmentAxis,
  AttainmentGrain,
  AttainmentPart,
  AttainmentPeriod,
  AttainmentPeriodsView,
} from '@milepost/contract/attainment';
import { type attainedFigures, attainmentGrains } from '@milepost/contract/attainment';
import { earlierOf } from '@milepost/core/calendar/civil-day';
import { type AdditiveMeasure, additiveMeasures } from '@milepost/core/targets/measures';
import type { GapAsk } from './attainment.queries.ts';

/** The figures that every row has. */
export type AttainedFigure = Exclude<(typeof attainedFigures)[number], 'changeRatio'>;

type Query = Readonly<Record<string, unknown>>;
const oneOf = <T extends string>(values: readonly T[], asked: unknown, otherwise: T): T =>
  values.find((value) => value === asked) ?? otherwise;

/** What the address asks for. */
export function askOf(query: Query): { measure: AdditiveMeasure; grain: AttainmentGrain; fiscalYear?: number } {
  const year = Number(query['year']);
  return {
    measure: oneOf(additiveMeasures, query['measure'], 'revenue'),
    grain: oneOf(attainmentGrains, query['grain'], 'month'),
    ...(Number.isInteger(year) && year > 1900 ? { fiscalYear: year } : {}),
  };
}

/** The period that is looked into: as asked, else the one under way, else the last that is over. */
export function chosenPeriod({ periods }: AttainmentPeriodsView, asked: unknown): AttainmentPeriod | undefined {
  const begun = periods.filter(({ state }) => state !== 'ahead');
  return periods.find(({ from }) => from === asked) ?? begun.find(({ state }) => state === 'under-way') ?? begun.at(-1);
}

/** The axis as asked, where the measure has it. */
export const chosenAxis = ({ axes }: AttainmentPeriodsView, asked: unknown): AttainmentAxis =>
  oneOf(axes, asked, axes[0] ?? 'team');

/** The fiscal year in which a period lies: by year, several stand beside each other. */
export const yearOf = (view: AttainmentPeriodsView, period: AttainmentPeriod): number =>
  view.grain === 'year' ? view.fiscalYear - (view.periods.length - 1 - view.periods.indexOf(period)) : view.fiscalYear;

const gapAxes = { total: 'total', team: 'team', rep: 'rep', line: 'line' } as const;

/** Whose gap can be split by cause: sales have their causes by person and by line. Null where they have none. */
export function gapOf(
  view: AttainmentPeriodsView,
  period: AttainmentPeriod,
  part: Pick<AttainmentPart, 'axis' | 'id'>,
): GapAsk | null {
  const by = gapAxes[part.axis as keyof typeof gapAxes];
  const hasGap = view.measure === 'revenue' && period.state !== 'ahead' && period.plan !== null;
  if (!by || !hasGap || (by !== 'total' && by !== 'line' && part.id === '')) return null;
  return {
    ...{ by, asOf: earlierOf(period.to, view.asOf), fiscalYear: yearOf(view, period) },
    ...(view.grain === 'year' ? {} : { period: view.grain }),
    ...(by === 'total' ? {} : { id: part.id }),
  };
}

/** Parts with how deep they stand, so that people lie under their teams. */
export const depthOf = ({ within }: Pick<AttainmentPart, 'within'>): 0 | 1 => (within === null ? 0 : 1);
/** What tells a row from all others. */
export const rowKey = ({ axis, id, within }: Pick<AttainmentPart, 'axis' | 'id' | 'within'>): string =>
  [axis, within ?? '', id].join(':');
