import { longestLeave, overlaps } from '@milepost/core/leave/leave';
import type { LeaveTable } from '../../db/tables/planning.ts';
import type { Work } from '../../db/work.ts';
import { leaveOf, leaves } from './store.ts';

type Asked = Pick<LeaveTable, 'from_day' | 'to_day' | 'half_days' | 'person_id'>;

/** What keeps a leave out: it ends before it starts or never, or the person is already away; null when nothing does. */
export type LeaveConflict = { reason: 'ends-before-start' | 'too-long' } | { reason: 'overlaps'; with: LeaveTable };

/** Looks for what keeps a leave out, with everybody else who enters leave of that person waiting. */
export async function conflictOf(work: Work, asked: Asked, exceptId: string | null): Promise<LeaveConflict | null> {
  const leave = leaveOf(asked);
  const isNothing = leave.first === leave.last && leave.startsAtNoon && leave.endsAtNoon;
  if (leave.last < leave.first || isNothing) return { reason: 'ends-before-start' };
  if (leave.last - leave.first >= longestLeave) return { reason: 'too-long' };
  await leaves.lock(work, asked.person_id);
  const near = await leaves.between(work.db, work.actor.orgId, { from: asked.from_day, to: asked.to_day });
  const other = near.find(
    (row) => row.person_id === asked.person_id && row.id !== exceptId && overlaps(leave, leaveOf(row)),
  );
  return other ? { reason: 'overlaps', with: other } : null;
}
