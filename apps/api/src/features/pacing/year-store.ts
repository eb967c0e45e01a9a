import { workingOf } from '@milepost/contract/calendar';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { leavesOf } from '../targets/leaves-store.ts';
import { pacePart } from './pace-part.ts';
import { type PacingFacts, pacingFacts, type Total } from './pacing-facts.ts';
import { actualWhy, planToDateWhy, targetWhy } from './plan-why-store.ts';

/** The fiscal year of a day, of everybody in sight, in revenue: its pace, and the facts it rests on. */
export type Year = { facts: PacingFacts; pace: ReturnType<typeof pacePart> };

/** The same pace as its page, for other features; `total` says where plan and what was reached are read. */
export async function yearOf(db: Db, actor: Actor, today: string, total: Total): Promise<Year> {
  const facts = await pacingFacts(db, actor, today, { by: 'total', measure: 'revenue' }, total);
  return { facts, pace: pacePart(facts, facts.whole, workingOf(actor.organisation), null) };
}

/** How the year comes about: its target, its plan to date and what was reached, down to cells and credits. */
export async function yearWhy(db: Db, actor: Actor, year: Year) {
  const { target } = year.facts;
  const facts = { ...year.facts, leaves: target ? await leavesOf(db, actor, target) : [] };
  const names = await namesOf(db, actor, { person: facts.leaves.map((leaf) => leaf.personId) });
  return {
    target: targetWhy(facts, facts.whole, names),
    planToDate: planToDateWhy(facts, facts.whole, names, actor),
    actual: await actualWhy(db, facts, facts.whole, actor),
  };
}
