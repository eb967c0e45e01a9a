import { workingOf } from '@milepost/contract/calendar';
import { earlierOf, toDay } from '@milepost/core/calendar/civil-day';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { elapsed } from '@milepost/core/pacing/plan-to-date';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, type namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { measured } from '../figures/measured-store.ts';
import { belongs, type PacingFacts, type Part } from './pacing-facts.ts';

/** A plan with its months, as far as its derivation asks for it. */
export type PlanFacts = Pick<PacingFacts, 'asOf' | 'unit' | 'months' | 'firstMonth' | 'leaves' | 'measure'> & {
  target: { id: string } | null;
};
type Names = Awaited<ReturnType<typeof namesOf>>;

/** The leaves of a part in one month: stored cells of the plan. */
const cellsOf = (facts: PlanFacts, part: Part, month: number, names: Names): Leaf[] =>
  facts.leaves
    .filter((leaf) => leaf.month === month && belongs(part, leaf))
    .map((leaf) =>
      stored(
        'target-cell',
        `${facts.target?.id}:${leaf.personId}:${leaf.line}:${facts.firstMonth + month + 1}`,
        leaf.amount,
        facts.unit,
        [nameOf(names.person, leaf.personId)?.name, leaf.line].filter(Boolean).join(' · '),
      ),
    );

/** The plan of a part: its cells, month by month. */
export function targetWhy(facts: PlanFacts, part: Part, names: Names): Why {
  const months = facts.months.map(({ from }, month) =>
    derive(
      'sum',
      { rule: 'pacing.month-plan', unit: facts.unit, label: from.slice(0, 7) },
      cellsOf(facts, part, month, names),
    ),
  );
  return derive('sum', { rule: 'pacing.target', unit: facts.unit }, months);
}

/** Whole months as planned, every cell of the month under way by its working days, later months not at all. */
export function planToDateWhy(facts: PlanFacts, part: Part, names: Names, actor: Actor): Why {
  const asOf = toDay(facts.asOf);
  const months = facts.months.flatMap(({ from, to }, month): Why[] => {
    const span = { first: toDay(from), last: toDay(to) };
    if (span.first > asOf) return [];
    const cells = cellsOf(facts, part, month, names);
    const label = from.slice(0, 7);
    if (span.last <= asOf) return [derive('sum', { rule: 'pacing.month-plan', unit: facts.unit, label }, cells)];
    const { done, whole } = elapsed(span, asOf, workingOf(actor.organisation));
    const due = cells.map((cell) =>
      derive('share-round', { rule: 'pacing.cell-to-date', unit: facts.unit, label: cell.label ?? label }, [
        cell,
        stored('calendar', `${from}–${facts.asOf}`, done, 'days', facts.asOf),
        stored('calendar', `${from}–${to}`, whole, 'days', to),
      ]),
    );
    return [derive('sum', { rule: 'pacing.month-to-date', unit: facts.unit, label }, due)];
  });
  return derive('sum', { rule: 'pacing.plan-to-date', unit: facts.unit }, months);
}

/** What a part reached by the day, down to records. */
export async function actualWhy(db: Db, facts: PlanFacts, part: Part, actor: Actor): Promise<Why> {
  const from = facts.months[0]?.from ?? '';
  const to = earlierOf(facts.asOf, facts.months.at(-1)?.to ?? facts.asOf);
  const months = await measured(db, actor, facts.measure, facts.asOf, { converted: true }).months({ from, to }, part);
  return derive('sum', { rule: 'pacing.actual', unit: facts.unit }, months);
}
