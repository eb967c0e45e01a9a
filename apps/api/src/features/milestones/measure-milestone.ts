import { monthsOf, workingOf } from '@milepost/contract/calendar';
import type { CriterionProgress, ExitCriterion } from '@milepost/contract/milestones';
import { earlierOf, toDay } from '@milepost/core/calendar/civil-day';
import { workdays } from '@milepost/core/calendar/workdays';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Unit, Why } from '@milepost/core/explain/why';
import { projectionByDays, projectionByPlan } from '@milepost/core/milestones/projection';
import { criterionStatus, type MilestoneStatus, milestoneStatus } from '@milepost/core/milestones/status';
import { type PlanCell, planToDate } from '@milepost/core/pacing/plan-to-date';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { MilestoneTable } from '../../db/tables/planning.ts';
import type { TargetCellTable } from '../../db/tables/targets.ts';
import { facts } from '../sales/facts-store.ts';
import { targets } from '../targets/store.ts';
import { measured } from './store.ts';

/** What milestones of one year are measured against, of the people in the actor's sight. */
export type YearFacts = {
  asOf: string;
  months: { from: string; to: string }[];
  cells: TargetCellTable[];
  /** Mean revenue of a sale over the last twelve months; null without sales. */
  averageDeal: number | null;
  /** Does the reader see the whole organisation, so that what was stated for it can be measured? */
  isWhole: boolean;
};

const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
const total = (rows: readonly { value: number }[]) => rows.reduce((sum, { value }) => sum + value, 0);

export async function yearFacts(db: Db, actor: Actor, asOf: string, fiscalYear: number): Promise<YearFacts> {
  const plan = await targets.published(db, actor.orgId, { fiscalYear });
  const isOwnCurrency = plan?.currency === actor.organisation.currency;
  const lately = { from: yearBefore(asOf), to: asOf };
  const [cells, revenue, sales] = await Promise.all([
    plan && isOwnCurrency ? targets.cells(db, actor.orgId, plan.id) : [],
    facts.byMonth(db, actor, lately),
    facts.byMonth(db, actor, lately, 'sales'),
  ]);
  const [sold, count] = [total(revenue), total(sales)];
  return {
    asOf,
    months: monthsOf(actor.organisation, fiscalYear),
    cells: cells.filter((cell) => reaches(actor, cell.person_id)),
    averageDeal: sold > 0 && count > 0 ? sold / count : null,
    isWhole: actor.reach === 'all',
  };
}

/** A criterion with the key by which it is asked about, and the days from the start of its milestone. */
export type Asked = ExitCriterion & { key: string; from: string };

export const spanOf = (year: YearFacts, row: MilestoneTable) => ({
  from: year.months[row.from_month - 1]?.from ?? '',
  to: year.months[row.to_month - 1]?.to ?? '',
});

/** The cells of the plan from the first month of a milestone on. */
export const planCells = (year: YearFacts, from: string): (PlanCell & { cell: TargetCellTable })[] =>
  year.cells.flatMap((cell) => {
    const month = year.months[cell.month - 1];
    if (!month || month.from < from) return [];
    return [{ month: { first: toDay(month.from), last: toDay(month.to) }, amount: cell.amount_minor, cell }];
  });

/** The published plan of the months as the first criterion, where there is one; then those that were stated. */
export function askedOf(actor: Actor, year: YearFacts, row: MilestoneTable): Asked[] {
  const { from, to } = spanOf(year, row);
  const planned = planToDate(planCells(year, from), toDay(to), workingOf(actor.organisation));
  const plan: Asked[] = planned > 0 ? [{ key: 'plan', measure: 'revenue', atLeast: planned, by: to, from }] : [];
  return [...plan, ...fromJson<ExitCriterion[]>(row.criteria).map((one, at) => ({ ...one, key: String(at), from }))];
}

/** What a criterion is measured as of the day; null where the reader may not know it. */
export async function measure(db: Db, actor: Actor, year: YearFacts, asked: Asked): Promise<number | null> {
  if (!year.isWhole && asked.key !== 'plan') return null;
  const span = { from: asked.from, to: earlierOf(year.asOf, asked.by) };
  if (asked.measure === 'revenue')
    return span.to < span.from ? 0 : total(await facts.sumBy(db, actor, 'person_id', span));
  if (asked.measure === 'new-customers') return (await measured.newCustomers(db, actor.orgId, span)).length;
  const { known } = await measured.pipeline(db, actor.orgId, actor.organisation.currency);
  return known.reduce((sum, { amount }) => sum + amount, 0);
}

/** How the parts of a projection are written out: as plain sums for a list, with all their records for a derivation. */
export type Derivations = { actual: Why; due: () => Why; planned: () => Why };

/** Where a criterion is headed by its day (rule 2); null while nothing can be said. What is open now counts as it stands. */
export function projectionOf(actor: Actor, year: YearFacts, asked: Asked, parts: Derivations): Why | null {
  if (asked.measure === 'pipeline') return parts.actual;
  if (asked.measure === 'revenue' && planCells(year, asked.from).length > 0)
    return projectionByPlan({
      actual: parts.actual,
      due: parts.due(),
      planned: parts.planned(),
      averageDeal: year.averageDeal,
    });
  const calendar = workingOf(actor.organisation);
  const days = (to: string) =>
    stored('calendar', `${asked.from}–${to}`, workdays(toDay(asked.from), toDay(to), calendar), 'days', to);
  return projectionByDays(parts.actual, { done: days(earlierOf(year.asOf, asked.by)), whole: days(asked.by) });
}

/** Where every criterion of a milestone stands, and the milestone with them: measured and projected, never by hand. */
export async function progressOf(
  db: Db,
  actor: Actor,
  year: YearFacts,
  row: MilestoneTable,
): Promise<{ status: MilestoneStatus; progress: CriterionProgress[] }> {
  const calendar = workingOf(actor.organisation);
  const progress: CriterionProgress[] = [];
  for (const asked of askedOf(actor, year, row)) {
    const value = await measure(db, actor, year, asked);
    const unit: Unit = asked.measure === 'new-customers' ? 'count' : 'money';
    const plain = (id: string, amount: number) =>
      derive('sum', { rule: 'milestones.value', unit }, [stored('milestones', id, amount, unit)]);
    const dueBy = (day: string) => planToDate(planCells(year, asked.from), toDay(day), calendar);
    const projected =
      value === null
        ? null
        : projectionOf(actor, year, asked, {
            actual: plain('value', value),
            due: () => plain('due', dueBy(earlierOf(year.asOf, asked.by))),
            planned: () => plain('planned', dueBy(asked.by)),
          });
    const state = { value, atLeast: asked.atLeast, by: toDay(asked.by), projected: projected?.value ?? null };
    const { from: _, ...told } = asked;
    progress.push({ ...told, value, projected: state.projected, status: criterionStatus(state, toDay(year.asOf)) });
  }
  const known = progress.filter(({ key }) => year.isWhole || key === 'plan');
  return { status: milestoneStatus(known.map(({ status }) => status)), progress };
}
