import type { LeavePatch, NewLeave } from '@milepost/contract/leave';
import { toDay } from '@milepost/core/calendar/civil-day';
import type { Leave } from '@milepost/core/leave/leave';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { LeaveTable } from '../../db/tables/planning.ts';
import type { Work } from '../../db/work.ts';

const base = recordStore({
  table: 'leave',
  sort: { from: 'from_day', to: 'to_day', kind: 'kind', createdAt: 'created_at' },
  filter: { personId: 'person_id', kind: 'kind', from: 'from_day', to: 'to_day' },
  search: ['note'],
});

export const leaves = {
  ...base,

  /** Leaves of some people that touch a stretch of days, whoever asks: hours are counted from them. */
  between: (db: Db, orgId: string, { from, to }: { from: string; to: string }): Promise<LeaveTable[]> =>
    db
      .selectFrom('leave')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('from_day', '<=', to)
      .where('to_day', '>=', from)
      .orderBy('from_day')
      .orderBy('id')
      .execute(),

  /** Those who enter leave of the same person come one after the other, so that no two overlap. */
  async lock(work: Work, personId: string): Promise<void> {
    await work.dialect.lock(`leave ${personId}`)?.execute(work.db);
  },
};

/** A row as core reads it. */
export const leaveOf = ({
  from_day,
  to_day,
  half_days,
}: Pick<LeaveTable, 'from_day' | 'to_day' | 'half_days'>): Leave => ({
  first: toDay(from_day),
  last: toDay(to_day),
  startsAtNoon: half_days === 'first' || half_days === 'both',
  endsAtNoon: half_days === 'last' || half_days === 'both',
});

/** What was sent → columns. */
export function leaveColumns({
  personId,
  from,
  to,
  halfDays,
  ...same
}: LeavePatch & Partial<NewLeave>): Partial<LeaveTable> {
  return {
    ...same,
    ...(personId === undefined ? {} : { person_id: personId }),
    ...(from === undefined ? {} : { from_day: from }),
    ...(to === undefined ? {} : { to_day: to }),
    ...(halfDays === undefined ? {} : { half_days: halfDays }),
  };
}
