import type { ChecklistItemPatch, KeyDate, NewChecklistItem } from '@milepost/contract/milestones';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { ChecklistItemTable } from '../../db/tables/planning.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { checklistItems, itemColumns, milestones } from './store.ts';

const blank = { key_date_id: null, owner_id: null, due_on: null, done_at: null, done_by_id: null } as const;

async function demandReferences(work: Work, row: ChecklistItemTable): Promise<void> {
  const milestone = await milestones.find(work.db, work.actor, row.milestone_id);
  if (!milestone) throw new Failure('reference-unknown', fieldIssue('/milestoneId', 'unknown', 'no such milestone'));
  const dates = fromJson<KeyDate[]>(milestone.key_dates);
  if (row.key_date_id !== null && !dates.some(({ id }) => id === row.key_date_id))
    throw new Failure('reference-unknown', fieldIssue('/keyDateId', 'unknown', 'no such key date'));
  if (row.owner_id !== null && !(await people.find(work.db, work.actor, row.owner_id)))
    throw new Failure('reference-unknown', fieldIssue('/ownerId', 'unknown', 'no such person'));
}

/** Writes a step down, for a key date or for the milestone itself. @throws Failure `reference-unknown` */
export const createChecklistItem = (deps: Deps, actor: Actor, { id, ...input }: NewChecklistItem) =>
  deps.transact(actor, async (work) => {
    const values = { ...blank, ...itemColumns(input), id } as ChecklistItemTable;
    await demandReferences(work, values);
    return checklistItems.create(work, values as Parameters<typeof checklistItems.create>[1]);
  });

/**
 * Changes a step, or ticks it off. Managers plan; whoever owns a step says that it is done.
 * @throws Failure `not-allowed`, `reference-unknown`
 */
export const changeChecklistItem = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { isDone, ...patch }: ChecklistItemPatch,
): Promise<ChecklistItemTable> =>
  deps.transact(actor, async (work) => {
    const before = await checklistItems.get(work.db, actor, id);
    const isOwn = actor.personId !== null && before.owner_id === actor.personId;
    if (actor.role === 'rep' && !(isOwn && Object.keys(patch).length === 0)) throw new Failure('not-allowed');
    const columns = itemColumns(patch);
    await demandReferences(work, { ...before, ...columns });
    const isSaid = isDone !== undefined && isDone !== (before.done_at !== null);
    const done = isDone ? { done_at: work.at, done_by_id: actor.personId } : { done_at: null, done_by_id: null };
    return checklistItems.update(work, id, seen, { ...columns, ...(isSaid ? done : {}) });
  });
