import { workingOf } from '@milepost/contract/calendar';
import { attainmentRatio } from '@milepost/core/attainment/attainment-ratio';
import { earlierOf, toDay } from '@milepost/core/calendar/civil-day';
import { planToDate } from '@milepost/core/pacing/plan-to-date';
import { type AdditiveMeasure, planningOf } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import { type Measured, measured } from '../figures/measured-store.ts';
import { type CreditAbroad, creditsAbroad } from '../pacing/bridge-store.ts';
import { type CurrencyEffect, currencyEffect, ratesOfYear } from '../pacing/currency-effect-store.ts';
import type { PlanFacts } from '../pacing/plan-why-store.ts';
import type { MonthFact } from '../sales/facts-store.ts';
import { leavesOf, type PlanLeaf } from '../targets/leaves-store.ts';
import { targets } from '../targets/store.ts';
import type { Period } from './periods.ts';

/** Who asks for which measure, and when. */
export type Asking = { db: Db; actor: Actor; today: string; measure: AdditiveMeasure };

/** The plan that counts for a period, as its months have it: months and leaves counted from the first of the period. */
export type Planned = PlanFacts & { target: TargetTable | null };

/** Figures of a row, as the wire has them. */
export type Attained = {
  target: number | null;
  planToDate: number | null;
  actual: number | null;
  variance: number | null;
  fxEffect: number | null;
  attainmentRatio: number | null;
};

/** Plans and results between two days, each read once. */
export type Books = Asking & {
  reached: Measured;
  sold: readonly MonthFact[];
  abroad: readonly CreditAbroad[];
  planOf(period: Period): Promise<Planned>;
  effectOf(period: Period, some: readonly CreditAbroad[]): Promise<CurrencyEffect>;
};

export const remembered = <K, V>(read: (key: K) => Promise<V>): ((key: K) => Promise<V>) => {
  const known = new Map<K, Promise<V>>();
  return (key) => {
    const found = known.get(key) ?? read(key);
    known.set(key, found);
    return found;
  };
};

export async function openBooks(asking: Asking, span: { from: string; to: string }): Promise<Books> {
  const { db, actor, today, measure } = asking;
  const { unit } = planningOf[measure];
  const reached = measured(db, actor, measure, today, { converted: true });
  const within = { from: span.from, to: earlierOf(span.to, today) };
  const [sold, abroad] = await Promise.all([
    reached.byMonth(within),
    measure === 'revenue' ? creditsAbroad(db, actor, within) : [],
  ]);
  const rates = remembered((start: string) => ratesOfYear(db, actor, start));
  const leaves = new Map<string, Promise<PlanLeaf[]>>();
  return {
    ...asking,
    ...{ reached, sold, abroad },
    async planOf({ fiscalYear, asOf, months, firstMonth }) {
      const row = (await targets.published(db, actor.orgId, { fiscalYear, day: asOf, measure })) ?? null;
      const all = row ? (leaves.get(row.id) ?? leavesOf(db, actor, row)) : Promise.resolve([]);
      if (row) leaves.set(row.id, all);
      const end = firstMonth + months.length;
      const own = (await all).filter(({ month }) => month >= firstMonth && month < end);
      return {
        ...{ asOf, unit, months, firstMonth, measure, target: row },
        leaves: own.map((leaf) => ({ ...leaf, month: leaf.month - firstMonth })),
      };
    },
    effectOf: async ({ yearStart }, some) => currencyEffect(actor, some, await rates(yearStart)),
  };
}

/** What rates alone did, as one number; null while one of them is missing. */
export const fxOf = (effect: CurrencyEffect): number | null =>
  effect?.reduce((sum, { atDayRates, atPlanRate }) => sum + atDayRates.value - atPlanRate.value, 0) ?? null;

/** The plan of some leaves, whole and as far as it is due; unknown where nobody planned anything. */
export function plannedOf({ actor }: Books, { months, asOf }: Planned, leaves: readonly PlanLeaf[]) {
  if (leaves.length === 0) return { target: null, planToDate: null };
  const spans = months.map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  const cells = leaves.flatMap(({ month, amount }) => {
    const span = spans[month];
    return span ? [{ month: span, amount }] : [];
  });
  return {
    target: cells.reduce((sum, { amount }) => sum + amount, 0),
    planToDate: planToDate(cells, toDay(asOf), workingOf(actor.organisation)),
  };
}

/** The figures of a row. Of a period that has not begun nothing is reached yet, and that is not nothing. */
export async function attainedOf(
  books: Books,
  period: Period,
  plan: Pick<Attained, 'target' | 'planToDate'>,
  { actual, abroad }: { actual: number; abroad: readonly CreditAbroad[] },
): Promise<Attained> {
  if (period.state === 'ahead') return { ...plan, actual: null, variance: null, fxEffect: null, attainmentRatio: null };
  const fxEffect = fxOf(await books.effectOf(period, abroad));
  return {
    ...{ ...plan, actual, fxEffect },
    variance: plan.planToDate === null ? null : actual - plan.planToDate,
    attainmentRatio: attainmentRatio({ actual, fxEffect, target: plan.target }),
  };
}

/** What of some rows by month lies in a period. */
export const inPeriod = ({ months }: Period) => {
  const own = new Set(months.map(({ from }) => from.slice(0, 7)));
  return ({ month }: { month: string }) => own.has(month);
};
export const abroadIn = ({ abroad }: Books, { from, to }: Period) =>
  abroad.filter(({ day }) => day >= from && day <= to);

/** All in sight in a period. */
export async function totalOf(books: Books, period: Period): Promise<{ planned: Planned; attained: Attained }> {
  const planned = await books.planOf(period);
  const actual = books.sold.filter(inPeriod(period)).reduce((sum, { value }) => sum + value, 0);
  const attained = await attainedOf(books, period, plannedOf(books, planned, planned.leaves), {
    ...{ actual, abroad: abroadIn(books, period) },
  });
  return { planned, attained };
}
