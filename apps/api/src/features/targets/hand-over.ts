import { monthsOf, workingOf } from '@milepost/contract/calendar';
import type { TargetHandOver } from '@milepost/contract/targets';
import { toDay } from '@milepost/core/calendar/civil-day';
import { elapsed } from '@milepost/core/pacing/plan-to-date';
import { handOver } from '@milepost/core/targets/hand-over';
import type { Actor } from '../../auth/actor.ts';
import type { TargetTable } from '../../db/tables/targets.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { sellersIn, sellerWeights } from '../capacity/term-store.ts';
import { demandEditor } from './may-edit.ts';
import { demandShared, targets } from './store.ts';

type Months = readonly { from: string; to: string }[];

/** Those who were named, or else the leaver's team, as far as they sell in the year and have a part in the plan. */
async function successorsOf(work: Work, months: Months, persons: readonly string[], asked: TargetHandOver) {
  const { db, actor } = work;
  const weights = await sellerWeights(db, actor, months);
  const others = weights.filter(({ id }) => id !== asked.personId && persons.includes(id));
  if (asked.successorIds) {
    const named = new Set(asked.successorIds);
    const unknown = asked.successorIds.find((id) => !others.some((one) => one.id === id));
    if (unknown !== undefined)
      throw new Failure('reference-unknown', fieldIssue('/successorIds', 'unknown', 'no part in this plan'));
    return others.filter(({ id }) => named.has(id));
  }
  const teamOf = new Map((await sellersIn(db, actor, months)).map(({ person, teamId }) => [person.id, teamId]));
  const team = teamOf.get(asked.personId) ?? null;
  return others.filter(({ id }) => team !== null && teamOf.get(id) === team);
}

/**
 * Gives what a leaver had to sell after their last day to successors, by their capacity in each month. What lies before
 * stays the leaver's. Only in a draft: a published plan is revised first.
 * @throws Failure `version-clash`, `target-published`, `not-allowed`; `reference-unknown` for people without a part in the
 * plan; `invalid-input` when nobody is there to take over
 */
export const handOverTarget = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  asked: TargetHandOver,
): Promise<TargetTable> =>
  deps.transact(actor, async (work) => {
    const row = await targets.get(work.db, actor, id);
    if (row.version !== seen) throw new Failure('version-clash', { row });
    demandEditor(actor, row);
    demandShared(row);
    const before = await targets.plan(work.db, row);
    if (!before.persons.includes(asked.personId))
      throw new Failure('reference-unknown', fieldIssue('/personId', 'unknown', 'no part in this plan'));
    const months = monthsOf(actor.organisation, row.fiscal_year);
    const successors = await successorsOf(work, months, before.persons, asked);
    const calendar = workingOf(actor.organisation);
    const served = months.map(({ from, to }) =>
      elapsed({ first: toDay(from), last: toDay(to) }, toDay(asked.lastDay), calendar),
    );
    const { plan, moved, stays } = handOver(before, asked.personId, { served, successors });
    if (moved === 0)
      throw new Failure('invalid-input', fieldIssue('/successorIds', 'missing', 'nobody is there to take over'));
    return targets.replace(
      work,
      { id, seen, before, plan },
      { action: 'edited', beside: { handOver: { ...asked, moved, stays } } },
    );
  });
