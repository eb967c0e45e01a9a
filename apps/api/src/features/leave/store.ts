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

  /** Those who enter leave come one after the other, so that nobody is away twice, nor away while they stand in for who is. */
  async lock(work: Work): Promise<void> {
    await work.dialect.lock(`leave ${work.actor.orgId}`)?.execute(work.db);
  },

  /** Whose work somebody stands in for: owners of accounts, open deals and leads that name them as backup. */
  async ownersBackedBy(db: Db, orgId: string, personId: string): Promise<string[]> {
    const found = await Promise.all([
      db
        .selectFrom('account')
        .select('owner_id')
        .distinct()
        .where('org_id', '=', orgId)
        .where('backup_id', '=', personId)
        .where('archived_at', 'is', null)
        .execute(),
      db
        .selectFrom('lead')
        .select('owner_id')
        .distinct()
        .where('org_id', '=', orgId)
        .where('backup_id', '=', personId)
        .where('status', 'in', ['new', 'working'])
        .where('archived_at', 'is', null)
        .execute(),
      db
        .selectFrom('opportunity')
        .innerJoin('stage', (join) =>
          join.onRef('stage.org_id', '=', 'opportunity.org_id').onRef('stage.id', '=', 'opportunity.stage_id'),
        )
        .select('opportunity.owner_id as owner_id')
        .distinct()
        .where('opportunity.org_id', '=', orgId)
        .where('opportunity.backup_id', '=', personId)
        .where('stage.category', '=', 'open')
        .where('opportunity.archived_at', 'is', null)
        .execute(),
    ]);
    return [...new Set(found.flat().flatMap(({ owner_id }) => (owner_id === null ? [] : [owner_id])))];
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
