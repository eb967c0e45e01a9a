import { fiscalOf, workingOf } from '@milepost/contract/calendar';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import type { Why } from '@milepost/core/explain/why';
import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import type { Actor } from '../../auth/actor.ts';
import { namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { pacePart } from './pace-part.ts';
import { type PacingFacts, pacingFacts } from './pacing-facts.ts';
import { actualWhy, targetWhy } from './plan-why-store.ts';

/** Whose standing is meant; undefined means all in sight. */
export type Whose = { persons?: ReadonlySet<string> | undefined; lines?: ReadonlySet<string> | undefined };

/** Where some people or lines stand in the year of a day; `target` is null when there is no published plan. */
export type Standing = {
  asOf: string;
  fiscalYear: number;
  months: PacingFacts['months'];
  target: { id: string; name: string } | null;
  planned: number;
  planToDate: number;
  actual: number;
};

/**
 * Where somebody stands, for other features: the same figures as the page of pace.
 * @param measure revenue when left out
 * @param asOf read on that day, or at the end of its fiscal year `in` when that is earlier
 */
export async function standingOf(
  db: Db,
  actor: Actor,
  {
    asOf,
    fiscalYear,
    measure,
    whose,
  }: { asOf: string; fiscalYear?: number | undefined; measure?: AdditiveMeasure | undefined; whose: Whose },
): Promise<Standing> {
  const year = fiscalYear ?? fiscalYearOf(toDay(asOf), fiscalOf(actor.organisation)).year;
  const facts = await pacingFacts(db, actor, asOf, { by: 'total', fiscalYear: year, measure });
  const part = { id: '', name: '', persons: whose.persons, lines: whose.lines };
  const { target, planToDate, actual } = pacePart(facts, part, workingOf(actor.organisation), null);
  return {
    asOf: facts.asOf,
    fiscalYear: facts.fiscalYear,
    months: facts.months,
    target: facts.target && { id: facts.target.id, name: facts.target.name },
    planned: target,
    planToDate,
    actual,
  };
}

/** How a standing comes about: target, plan to date and actual, down to cells and credits. */
export async function standingWhy(
  db: Db,
  actor: Actor,
  { asOf, fiscalYear, whose }: { asOf: string; fiscalYear?: number | undefined; whose: Whose },
): Promise<{ planned: Why; actual: Why }> {
  const year = fiscalYear ?? fiscalYearOf(toDay(asOf), fiscalOf(actor.organisation)).year;
  const facts = await pacingFacts(db, actor, asOf, { by: 'total', fiscalYear: year });
  const part = { id: '', name: '', persons: whose.persons, lines: whose.lines };
  const names = await namesOf(db, actor, { person: facts.leaves.map((leaf) => leaf.personId) });
  return { planned: targetWhy(facts, part, names), actual: await actualWhy(db, facts, part, actor) };
}
