import type { LeavePatch, NewLeave } from '@milepost/contract/leave';
import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { LeaveTable } from '../../db/tables/planning.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { conflictOf } from './overlap-store.ts';
import { leaveColumns, leaves } from './store.ts';

const blank = { half_days: 'none', note: null } as const;

/** The other leave is named by its days: a person sees their own, and those above them too. */
async function demandRoom(work: Work, asked: LeaveTable, exceptId: string | null): Promise<void> {
  const conflict = await conflictOf(work, asked, exceptId);
  if (conflict === null) return;
  if (conflict.reason === 'covers') {
    const away = await people.find(work.db, work.actor, conflict.for.person_id);
    const { from_day, to_day } = conflict.for;
    const message = `${away?.name ?? ''} ${from_day} – ${to_day}`;
    throw new Failure('leave-covers', { issues: [{ path: '/from', code: 'covers', message, value: message }] });
  }
  if (conflict.reason !== 'overlaps')
    throw new Failure('invalid-input', fieldIssue('/to', conflict.reason, asked.to_day));
  const { from_day, to_day } = conflict.with;
  throw new Failure('leave-overlaps', fieldIssue('/from', 'overlaps', `${from_day} – ${to_day}`));
}

/**
 * Enters a leave: one's own, or that of one's people.
 * @throws Failure `owner-unknown`, `leave-overlaps` naming the other leave, `leave-covers` naming whom they stand in for and when,
 * `invalid-input` when it ends before it starts
 */
export const enterLeave = (deps: Deps, actor: Actor, { id, ...input }: NewLeave) =>
  deps.transact(actor, async (work) => {
    const values = { ...blank, ...leaveColumns(input), id } as LeaveTable;
    const isKnown = (await people.find(work.db, actor, input.personId)) !== undefined;
    if (!isKnown || !reaches(actor, input.personId))
      throw new Failure('owner-unknown', fieldIssue('/personId', 'unknown', 'nobody of your own teams'));
    if (!(await leaves.find(work.db, actor, id))) await demandRoom(work, values, id);
    return leaves.create(work, values as Parameters<typeof leaves.create>[1]);
  });

/** Changes a leave. @throws Failure `leave-overlaps`, `leave-covers`, `invalid-input` */
export const changeLeave = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: LeavePatch,
): Promise<LeaveTable> =>
  deps.transact(actor, async (work) => {
    const before = await leaves.get(work.db, actor, id);
    await demandRoom(work, { ...before, ...leaveColumns(patch) }, id);
    return leaves.update(work, id, seen, leaveColumns(patch));
  });

/** Brings a leave back, if the person is not away on its days meanwhile. @throws Failure `leave-overlaps` */
export const restoreLeave = (deps: Deps, actor: Actor, id: string, seen: number): Promise<LeaveTable> =>
  deps.transact(actor, async (work) => {
    await demandRoom(work, await leaves.get(work.db, actor, id), id);
    return leaves.restore(work, id, seen);
  });
