import {
  type AttainmentAxis,
  type AttainmentPeriod,
  type AttainmentPeriodsQuery,
  type AttainmentPeriodsView,
  attainmentAxes,
} from '@milepost/contract/attainment';
import { fiscalLabel, fiscalOf, monthsOf } from '@milepost/contract/calendar';
import { attainmentTrend } from '@milepost/core/attainment/attainment-trend';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { type AdditiveMeasure, planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { targets } from '../targets/store.ts';
import { type Asking, abroadIn, type Books, openBooks, totalOf } from './books.ts';
import { type Comparison, comparisons } from './comparison.ts';
import { type Period, periodBefore, periodsIn, periodsShown } from './periods.ts';

/** The fiscal year that is asked for. */
export const yearOf = (actor: Actor, today: string, fiscalYear: number | undefined): number =>
  fiscalYear ?? fiscalYearOf(toDay(today), fiscalOf(actor.organisation)).year;

/** What a measure can be divided by: a receipt is of no line, a customer of no region. */
export function axesOf(measure: AdditiveMeasure): AttainmentAxis[] {
  const { axes } = planningOf[measure];
  const hasLines = axes.includes('lines');
  return attainmentAxes.filter(
    (axis) => axis === 'team' || (axis === 'segment' ? axes.includes('segments') : hasLines),
  );
}

export type Compare = Awaited<ReturnType<typeof comparisons>>;

/** A period beside the same one a year before; compared only where both were planned by what counts now. */
export async function comparedPeriod(books: Books, compare: Compare, period: Period): Promise<AttainmentPeriod> {
  const earlier = periodBefore(books.actor, books.today, period);
  const [{ planned, attained }, before] = await Promise.all([totalOf(books, period), totalOf(books, earlier)]);
  const own = compare(period, planned);
  const { mismatch } = compare(earlier, before.planned);
  const isCompared = own.mismatch === null && mismatch === null && period.state === 'over';
  const [ratio, ratioBefore] = [attained.attainmentRatio, before.attained.attainmentRatio];
  const plan = planned.target;
  return {
    ...{ from: period.from, to: period.to, state: period.state, ...attained, ...own },
    plan: plan && { id: plan.id, name: plan.name },
    before: { from: earlier.from, to: earlier.to, attainmentRatio: ratioBefore, mismatch },
    changeRatio: isCompared && ratio !== null && ratioBefore !== null ? ratio - ratioBefore : null,
  };
}

async function trendOf(books: Books, compare: Compare, periods: readonly Period[]) {
  const points = await Promise.all(
    periods.map(async (period) => {
      const { planned, attained } = await totalOf(books, period);
      const { mismatch }: Comparison = compare(period, planned);
      return {
        ...{ from: period.from, attainmentRatio: attained.attainmentRatio, mismatch },
        isCounted: mismatch === null && period.state === 'over' && attained.attainmentRatio !== null,
      };
    }),
  );
  const { limits, counted, signals } = attainmentTrend(
    points.map(({ attainmentRatio: ratio, isCounted }) => ({ ratio, isCounted })),
  );
  return {
    trend: points.map((point, at) => ({ ...point, signal: signals[at] ?? null })),
    limits: limits && { mean: limits.mean, lower: limits.lower, upper: limits.upper },
    counted,
  };
}

/** Attainment of everybody in sight by month, quarter or year, beside the year before, with its trend. */
export async function readPeriods(
  asking: Asking,
  dayOf: (instant: string) => string,
  query: AttainmentPeriodsQuery,
): Promise<AttainmentPeriodsView> {
  const { db, actor, today, measure } = asking;
  const { organisation } = actor;
  const fiscalYear = yearOf(actor, today, query.fiscalYear);
  const { shown, earlier } = periodsShown(actor, today, fiscalYear, query.grain);
  const whole = periodsIn(actor, today, fiscalYear, 'year')[0] as Period;
  const first = [...earlier, ...shown].map((period) => periodBefore(actor, today, period).from).sort()[0];
  const [books, compare, planned] = await Promise.all([
    openBooks(asking, { from: first ?? whole.from, to: whole.to }),
    comparisons(asking, dayOf),
    targets.publishedYears(db, actor.orgId, measure),
  ]);
  const labelOf = (year: number) => fiscalLabel(organisation, monthsOf(organisation, year)[0]?.from ?? '');
  return {
    ...{ asOf: today, measure, unit: planningOf[measure].unit, currency: organisation.currency },
    ...{ fiscalYear, fiscalYearLabel: labelOf(fiscalYear), axes: axesOf(measure), grain: query.grain },
    years: [...new Set([fiscalYear, ...planned])].sort((a, b) => b - a).map((year) => ({ year, label: labelOf(year) })),
    periods: await Promise.all(shown.map((period) => comparedPeriod(books, compare, period))),
    total: await comparedPeriod(books, compare, whole),
    ...(await trendOf(books, compare, [...earlier, ...shown])),
    unrated: abroadIn(books, whole).filter(({ atDayRate }) => atDayRate === null).length,
  };
}
