import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { MeetingActionTable } from '../../db/tables/meetings.ts';
import type { Work } from '../../db/work.ts';

export const meetings = recordStore({
  table: 'meeting',
  sort: { onDay: 'on_day', name: 'name_key', createdAt: 'created_at' },
  filter: { name: 'name_key', onDay: 'on_day', status: 'status', chairId: 'chair_id' },
  search: ['name_key'],
});

export const attendees = {
  async of(db: Db, orgId: string, meetingIds: readonly string[]): Promise<Map<string, string[]>> {
    if (meetingIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('meeting_attendee')
      .select(['meeting_id', 'person_id'])
      .where('org_id', '=', orgId)
      .where('meeting_id', 'in', [...meetingIds])
      .orderBy('person_id')
      .execute();
    return new Map(
      [...Map.groupBy(rows, (row) => row.meeting_id)].map(([id, some]) => [id, some.map((row) => row.person_id)]),
    );
  },

  async replace(work: Work, meetingId: string, personIds: readonly string[]): Promise<void> {
    const { orgId } = work.actor;
    await work.db
      .deleteFrom('meeting_attendee')
      .where('org_id', '=', orgId)
      .where('meeting_id', '=', meetingId)
      .execute();
    await work.db
      .insertInto('meeting_attendee')
      .values(personIds.map((person_id) => ({ org_id: orgId, meeting_id: meetingId, person_id })))
      .execute();
  },
};

const actions = recordStore({
  table: 'meeting_action',
  sort: { dueOn: 'due_on', name: 'name_key', createdAt: 'created_at' },
  filter: { meetingId: 'meeting_id', status: 'status', ownerId: 'owner_id', dueOn: 'due_on' },
  search: ['name_key'],
});

export const meetingActions = {
  ...actions,

  /** What is open of some people, or of a meeting. Who may see it has been asked. */
  open: (
    db: Db,
    { orgId }: Actor,
    of: { ownerIds: readonly string[] } | { meetingIds: readonly string[] },
  ): Promise<MeetingActionTable[]> => {
    const [column, ids] =
      'ownerIds' in of ? (['owner_id', of.ownerIds] as const) : (['meeting_id', of.meetingIds] as const);
    if (ids.length === 0) return Promise.resolve([]);
    return db
      .selectFrom('meeting_action')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('status', '=', 'open')
      .where(column, 'in', [...ids])
      .orderBy('due_on')
      .orderBy('id')
      .execute();
  },
};
