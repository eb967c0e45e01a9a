import type { Day } from '@milepost/core/calendar/civil-day';
import { daysOffOf, type Leave, longestLeave, overlaps } from '@milepost/core/leave/leave';
import type { LeaveTable } from '../../db/tables/planning.ts';
import type { Work } from '../../db/work.ts';
import { leaveOf, leaves } from './store.ts';

type Asked = Pick<LeaveTable, 'from_day' | 'to_day' | 'half_days' | 'person_id' | 'kind'>;

/**
 * What keeps a leave out: it ends before it starts or never, the person is already away, or stands in for somebody who is; null when
 * nothing does.
 */
export type LeaveConflict =
  | { reason: 'ends-before-start' | 'too-long' }
  | { reason: 'overlaps'; with: LeaveTable }
  | { reason: 'covers'; for: LeaveTable };

/** Looks for what keeps a leave out, with everybody else who enters leave of that person waiting. */
export async function conflictOf(work: Work, asked: Asked, exceptId: string | null): Promise<LeaveConflict | null> {
  const leave = leaveOf(asked);
  const isNothing = leave.first === leave.last && leave.startsAtNoon && leave.endsAtNoon;
  if (leave.last < leave.first || isNothing) return { reason: 'ends-before-start' };
  if (leave.last - leave.first >= longestLeave) return { reason: 'too-long' };
  await leaves.lock(work);
  const near = await leaves.between(work.db, work.actor.orgId, { from: asked.from_day, to: asked.to_day });
  const other = near.find(
    (row) => row.person_id === asked.person_id && row.id !== exceptId && overlaps(leave, leaveOf(row)),
  );
  if (other) return { reason: 'overlaps', with: other };
  // Illness and a child ask nobody: then the work goes further up the line.
  if (asked.kind === 'sickness' || asked.kind === 'parental') return null;
  const days = daysOffOf([leave]).daysOff;
  const meeting = near.filter((row) => row.person_id !== asked.person_id && meets(days, leaveOf(row)));
  const covered = meeting.length === 0 ? [] : await leaves.ownersBackedBy(work.db, work.actor.orgId, asked.person_id);
  const first = meeting.find((row) => covered.includes(row.person_id));
  return first ? { reason: 'covers', for: first } : null;
}

/** Whether both are away for the whole of a day: half a day leaves somebody there. */
const meets = (days: ReadonlySet<Day>, other: Leave): boolean =>
  [...daysOffOf([other]).daysOff].some((day) => days.has(day));
