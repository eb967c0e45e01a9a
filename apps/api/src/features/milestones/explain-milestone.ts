import { workingOf } from '@milepost/contract/calendar';
import type { ExplainedView } from '@milepost/contract/explain';
import type { MilestoneWhyQuery } from '@milepost/contract/milestones';
import { earlierOf, toDay } from '@milepost/core/calendar/civil-day';
import { derive, record, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { elapsed } from '@milepost/core/pacing/plan-to-date';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { Failure } from '../../http/failure.ts';
import { creditLines } from '../figures/store.ts';
import { type Asked, askedOf, planCells, projectionOf, type YearFacts, yearFacts } from './measure-milestone.ts';
import { measured, milestones } from './store.ts';

type Explained = { why: Why; leftOut?: { reason: string; count: number }[] };

/** What was measured, down to credits, accounts or deals. */
async function valueWhy(db: Db, actor: Actor, year: YearFacts, asked: Asked): Promise<Explained> {
  const span = { from: asked.from, to: earlierOf(year.asOf, asked.by) };
  if (asked.measure === 'new-customers') {
    const customers = await measured.newCustomers(db, actor.orgId, span);
    const accounts = customers.map(({ id, name }) => record('account', id, 1, 'count', name));
    return { why: derive('count', { rule: 'milestones.new-customers', unit: 'count' }, accounts) };
  }
  if (asked.measure === 'pipeline') {
    const { known, unknown } = await measured.pipeline(db, actor.orgId, actor.organisation.currency);
    const deals = known.map(({ id, name, amount }) => record('opportunity', id, amount, 'money', name));
    const why = derive('sum', { rule: 'milestones.pipeline', unit: 'money' }, deals);
    return unknown > 0 ? { why, leftOut: [{ reason: 'no-amount', count: unknown }] } : { why };
  }
  const credits =
    span.to < span.from ? [] : await creditLines(db, actor, { ...span, currency: actor.organisation.currency });
  const names = await namesOf(db, actor, { account: credits.map((one) => one.accountId) });
  const labelOf = (one: (typeof credits)[number]) =>
    [one.day, nameOf(names.account, one.accountId)?.name].filter(Boolean).join(' · ');
  const months = [...Map.groupBy(credits, ({ day }) => day.slice(0, 7))].map(([month, some]) =>
    derive(
      'sum',
      { rule: 'figures.revenue', unit: 'money', label: month },
      some.map((one) => record('credit', one.id, one.revenue, 'money', labelOf(one))),
    ),
  );
  return { why: derive('sum', { rule: 'milestones.revenue', unit: 'money' }, months) };
}

/** The plan from the start of the milestone to a day: whole months as planned, the month of the day by its working days. */
async function planWhy(
  db: Db,
  actor: Actor,
  year: YearFacts,
  asked: Asked,
): Promise<(until: string, rule: string) => Why> {
  const cells = planCells(year, asked.from);
  const names = await namesOf(db, actor, { person: cells.map(({ cell }) => cell.person_id) });
  return (until, rule) => {
    const due = cells.flatMap(({ cell, month, amount }): Why[] => {
      const { done, whole } = elapsed(month, toDay(until), workingOf(actor.organisation));
      if (done === 0) return [];
      const label = [nameOf(names.person, cell.person_id)?.name, cell.line].filter(Boolean).join(' · ');
      const id = `${cell.target_id}:${cell.person_id}:${cell.line}:${cell.month}`;
      const from = year.months[cell.month - 1]?.from ?? '';
      return [
        derive('share-round', { rule: 'pacing.cell-to-date', unit: 'money', label: from.slice(0, 7) }, [
          stored('target-cell', id, amount, 'money', label),
          stored('calendar', `${from}–${until}`, done, 'days', until),
          stored('calendar', from, whole, 'days', from.slice(0, 7)),
        ]),
      ];
    });
    return derive('sum', { rule, unit: 'money' }, due);
  };
}

/**
 * How one figure of a milestone comes about.
 * @throws Failure `not-found` for a milestone or criterion that is not there, or a figure that nobody can say
 */
export async function explainMilestone(
  db: Db,
  actor: Actor,
  { today, now }: { today: string; now: string },
  id: string,
  { key, figure }: MilestoneWhyQuery,
): Promise<ExplainedView> {
  const row = await milestones.get(db, actor, id);
  const year = await yearFacts(db, actor, today, row.fiscal_year);
  const asked = askedOf(actor, year, row).find((one) => one.key === key);
  if (!asked || (!year.isWhole && key !== 'plan')) throw new Failure('not-found');
  const plan = await planWhy(db, actor, year, asked);
  if (figure === 'atLeast') {
    if (key !== 'plan') throw new Failure('not-found');
    return { why: plan(asked.by, 'milestones.planned'), asOf: now };
  }
  const value = await valueWhy(db, actor, year, asked);
  if (figure === 'value') return { ...value, asOf: now };
  const projected = projectionOf(actor, year, asked, {
    actual: value.why,
    due: () => plan(earlierOf(year.asOf, asked.by), 'pacing.plan-to-date'),
    planned: () => plan(asked.by, 'milestones.planned'),
  });
  if (projected === null) throw new Failure('not-found');
  return { ...value, why: projected, asOf: now };
}
