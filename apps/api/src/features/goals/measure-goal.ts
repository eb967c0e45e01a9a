import type { GoalMeasured } from '@milepost/contract/goals';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive, record } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { bigCycleChange, whyCycleChange, whyMedianCycle } from '@milepost/core/goals/big-cycles';
import { depthChange, whyDepth, whyDepthChange } from '@milepost/core/goals/discount-depth';
import { type Change, type Verdict, verdictOf } from '@milepost/core/goals/verdict';
import { proofOn } from '@milepost/core/skills/gap';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import type { GoalTable } from '../../db/tables/growth.ts';
import { assessments, proofsOf } from '../skills/store.ts';
import { bigCyclesOf, discountedSalesOf, type LeftOut } from './measured-store.ts';
import { seededDice } from './seeded-dice.ts';
import { ledProjects } from './store.ts';

/** What records say of a goal, and how each of its figures comes about; null where there is none. */
export type Measure = {
  told: GoalMeasured;
  why: { before: Why | null; after: Why | null; change: Why | null };
  leftOut: LeftOut;
};

const unknown = {
  ...{ before: null, after: null, change: null, low: null, high: null, p: null, countBefore: null, countAfter: null },
};
const none = { before: null, after: null, change: null };

type Sides = { before: { from: string; to: string }; after: { from: string; to: string } };
/** What is compared: what lies before the goal was set, and since then until its day, or today. */
function sidesOf({ from_on, base_from_on, due_on }: GoalTable, today: string): Sides | null {
  if (from_on === null || base_from_on === null) return null;
  return {
    before: { from: base_from_on, to: toIso(toDay(from_on) - 1) },
    after: { from: from_on, to: due_on < today ? due_on : today },
  };
}

const compared = (
  verdict: Verdict,
  change: (NonNullable<Change> & { p?: number | null }) | null,
  why: Measure['why'],
  counts: { countBefore: number; countAfter: number },
): GoalMeasured => ({
  ...{ ...unknown, ...counts, verdict, before: why.before?.value ?? null, after: why.after?.value ?? null },
  ...(change ? { change: change.change, low: change.low, p: change.p ?? null } : {}),
  // A median that lies beyond what was watched leaves the interval open above.
  high: change && Number.isFinite(change.high) ? change.high : null,
});

async function measureCycle(db: Db, actor: Actor, row: GoalTable, today: string): Promise<Measure | null> {
  const sides = sidesOf(row, today);
  if (!sides || row.wanted === null) return null;
  const of = { orgId: actor.orgId, personId: row.person_id, currency: actor.organisation.currency };
  const [first, second] = await Promise.all(
    [sides.before, sides.after].map((span) => bigCyclesOf(db, { ...of, ...span }, row.least_minor ?? 0)),
  );
  if (!first || !second) return null;
  const change = bigCycleChange(first.deals, second.deals, today, seededDice(row.id));
  const why = {
    before: whyMedianCycle(first.deals, today),
    after: whyMedianCycle(second.deals, today),
    change: change && whyCycleChange(first.deals, second.deals, today),
  };
  const counts = { countBefore: first.deals.length, countAfter: second.deals.length };
  const told = compared(verdictOf(row.wanted, change), change, why, counts);
  return { told, why, leftOut: added(first.leftOut, second.leftOut) };
}

async function measureDiscount(db: Db, actor: Actor, row: GoalTable, today: string): Promise<Measure | null> {
  const sides = sidesOf(row, today);
  if (!sides || row.wanted === null) return null;
  const of = { orgId: actor.orgId, personId: row.person_id, currency: actor.organisation.currency };
  const [first, second] = await Promise.all(
    [sides.before, sides.after].map((span) => discountedSalesOf(db, { ...of, ...span })),
  );
  if (!first || !second) return null;
  const change = depthChange(first.sales, second.sales, seededDice(row.id));
  const why = {
    before: whyDepth(first.sales),
    after: whyDepth(second.sales),
    change: change && whyDepthChange(first.sales, second.sales),
  };
  const counts = { countBefore: first.sales.length, countAfter: second.sales.length };
  const told = compared(verdictOf(row.wanted, change), change, why, counts);
  return { told, why, leftOut: added(first.leftOut, second.leftOut) };
}

const added = (one: LeftOut, other: LeftOut): LeftOut =>
  Object.fromEntries(Object.keys(one).map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));

async function measureProjects(db: Db, actor: Actor, row: GoalTable, today: string): Promise<Measure | null> {
  if (row.from_on === null || row.wanted === null) return null;
  const to = row.due_on < today ? row.due_on : today;
  const done = await ledProjects.finished(db, actor.orgId, row.person_id, { from: row.from_on, to });
  const after = derive(
    'count',
    { rule: 'goals.projects', unit: 'count' },
    done.map(({ id, name }) => record('led_project', id, 1, 'count', name)),
  );
  const verdict = done.length >= row.wanted ? 'reached' : 'not-yet';
  const told = { ...unknown, verdict, after: done.length, countAfter: done.length } as const;
  return { told, why: { ...none, after }, leftOut: {} };
}

async function measureLevel(db: Db, actor: Actor, row: GoalTable, today: string): Promise<Measure | null> {
  if (row.skill_id === null || row.wanted === null) return null;
  const proofs = proofsOf(await assessments.of(db, actor.orgId, [row.person_id]));
  const proofAt = (day: string) => proofOn(proofs, row.skill_id ?? '', day);
  const whyOf = (proof: ReturnType<typeof proofAt>) =>
    proof &&
    derive('sum', { rule: 'goals.level', unit: 'count' }, [
      record('assessment', proof.id, proof.level, 'count', proof.provenOn),
    ]);
  const why = { ...none, before: whyOf(proofAt(row.created_at.slice(0, 10))), after: whyOf(proofAt(today)) };
  const level = why.after?.value ?? null;
  const verdict = level === null ? 'too-few' : level >= row.wanted ? 'reached' : 'not-yet';
  return { told: { ...unknown, verdict, before: why.before?.value ?? null, after: level }, why, leftOut: {} };
}

/** What records say of a goal on a day; null of a certificate, which is awarded. Whoever asks has been asked before whether they see it. */
export function measureGoal(db: Db, actor: Actor, row: GoalTable, today: string): Promise<Measure | null> {
  if (row.kind === 'cycle') return measureCycle(db, actor, row, today);
  if (row.kind === 'discount') return measureDiscount(db, actor, row, today);
  if (row.kind === 'projects') return measureProjects(db, actor, row, today);
  return row.kind === 'level' ? measureLevel(db, actor, row, today) : Promise.resolve(null);
}
