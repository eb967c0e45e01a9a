import type { AttainedWhyQuery } from '@milepost/contract/attainment';
import type { ExplainedView } from '@milepost/contract/explain';
import { derive } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { currencyWhy } from '../pacing/currency-effect-store.ts';
import { planToDateWhy, targetWhy } from '../pacing/plan-why-store.ts';
import {
  type Asking,
  type Attained,
  abroadIn,
  attainedOf,
  type Books,
  inPeriod,
  openBooks,
  type Planned,
  plannedOf,
} from './books.ts';
import { comparisons } from './comparison.ts';
import { type PartRow, partRows } from './part-rows.ts';
import { type Period, periodBefore, periodsIn } from './periods.ts';
import { comparedPeriod, yearOf } from './read-periods.ts';
import { segmentFace } from './segment-face.ts';

/** The period of the grain in which a day of the year lies. @throws Failure `invalid-input` for a day outside the year */
export function periodOf(
  actor: Actor,
  today: string,
  { fiscalYear, grain, from }: Pick<AttainedWhyQuery, 'fiscalYear' | 'grain' | 'from'>,
): Period {
  const found = periodsIn(actor, today, yearOf(actor, from, fiscalYear), grain).find(
    (one) => one.from <= from && from <= one.to,
  );
  if (!found) throw new Failure('invalid-input', fieldIssue('/from', 'outside-year', 'lies outside the fiscal year'));
  return found;
}

const axisOf = {
  team: 'team',
  rep: 'team',
  line: 'line',
  product: 'line',
  segment: 'segment',
  region: 'region',
} as const;

async function rowOf(
  books: Books,
  period: Period,
  planned: Planned,
  { by, id, within }: AttainedWhyQuery,
): Promise<PartRow> {
  const whole = {
    ...{ axis: 'total' as const, id: '', within: null, whose: {}, leaves: planned.leaves },
    plan: plannedOf(books, planned, planned.leaves),
    actual: books.sold.filter(inPeriod(period)).reduce((sum, { value }) => sum + value, 0),
    abroad: abroadIn(books, period),
  };
  if (by === 'total') return whole;
  const row = (await partRows(books, period, planned, axisOf[by])).find(
    (one) => one.axis === by && one.id === id && (within === undefined || one.within === within),
  );
  if (!row) throw new Failure('not-found');
  return row;
}

/** The derivations of the figures of a row. */
async function whysOf(books: Books, period: Period, planned: Planned, row: PartRow) {
  const { db, actor } = books;
  const { unit } = planned;
  const names = await namesOf(db, actor, { person: planned.leaves.map(({ personId }) => personId) });
  const plan = { ...planned, leaves: [...row.leaves] };
  const all = { id: '', name: '', persons: undefined, lines: undefined };
  const face = row.axis === 'segment' ? await segmentFace(books, planned) : null;
  const segment = face?.find((one) => one.segment === row.id);
  const oneMonth = (month: number) => {
    const only = { ...planned, months: planned.months.slice(month, month + 1), firstMonth: planned.firstMonth + month };
    const leaves = planned.leaves.filter((leaf) => leaf.month === month).map((leaf) => ({ ...leaf, month: 0 }));
    return planToDateWhy({ ...only, leaves }, all, names, actor);
  };
  const effect = await books.effectOf(period, row.abroad);
  const target = () => segment?.targetWhy() ?? targetWhy(plan, all, names);
  const planToDate = () => segment?.planToDateWhy(oneMonth) ?? planToDateWhy(plan, all, names, actor);
  const actual = async () =>
    derive(
      'sum',
      { rule: 'pacing.actual', unit },
      await books.reached.months({ from: period.from, to: period.asOf }, row.whose),
    );
  const ratio = async () => {
    const reached = await actual();
    const isAbroad = effect !== null && effect.length > 0;
    const atPlanRates = isAbroad
      ? derive('difference', { rule: 'attainment.at-plan-rates', unit }, [reached, currencyWhy(effect)])
      : reached;
    return derive('quotient', { rule: 'targets.attained', unit: 'ratio' }, [atPlanRates, target()]);
  };
  return {
    ...{ target, planToDate, actual, attainmentRatio: ratio },
    variance: async () => derive('difference', { rule: 'pacing.variance', unit }, [await actual(), planToDate()]),
    fxEffect: () => currencyWhy(effect ?? []),
  };
}

const explained = async (
  books: Books,
  period: Period,
  query: AttainedWhyQuery,
  figure: keyof Attained,
): Promise<Why> => {
  const planned = await books.planOf(period);
  const row = await rowOf(books, period, planned, query);
  const attained = await attainedOf(books, period, row.plan, row);
  if (attained[figure] === null) throw new Failure('not-found');
  return (await whysOf(books, period, planned, row))[figure]();
};

/**
 * How a figure of attainment comes about, down to cells of the plan and records.
 * @throws Failure `not-found` for a row that is not there and a figure that is not known, `invalid-input`
 */
export async function explainAttained(
  asking: Asking,
  now: string,
  dayOf: (instant: string) => string,
  query: AttainedWhyQuery,
): Promise<ExplainedView> {
  const { actor, today } = asking;
  const period = periodOf(actor, today, query);
  const earlier = periodBefore(actor, today, period);
  const books = await openBooks(asking, { from: earlier.from, to: period.to });
  const { figure } = query;
  if (figure !== 'changeRatio') return { why: await explained(books, period, query, figure), asOf: now };
  const compared = await comparedPeriod(books, await comparisons(asking, dayOf), period);
  if (query.by !== 'total' || compared.changeRatio === null) throw new Failure('not-found');
  const why = derive('difference', { rule: 'attainment.change', unit: 'ratio' }, [
    await explained(books, period, query, 'attainmentRatio'),
    await explained(books, earlier, query, 'attainmentRatio'),
  ]);
  return { why, asOf: now };
}
