import type { MeetingActionTable } from '../../../db/tables/meetings.ts';
import { meetingActions } from '../../meetings/store.ts';
import { plainItem, type TodayItem, type TodaySource, usualHours } from '../source.ts';
import { loose, ofDay } from '../whose-store.ts';

/** What somebody undertook in a meeting. */
export const meetingActionSource: TodaySource = {
  name: 'meeting_action',

  async items(db, actor, whose): Promise<TodayItem[]> {
    const rows = (await loose(db)
      .selectFrom('meeting_action')
      .select(['id', 'version', 'name', 'owner_id', 'due_on'])
      .where('org_id', '=', actor.orgId)
      .where('archived_at', 'is', null)
      .where('status', '=', 'open')
      .where(ofDay(whose, ['owner_id', null]))
      .execute()) as unknown as MeetingActionTable[];
    return rows.map((row) => ({
      ...plainItem,
      ...{ source: 'meeting_action', id: row.id, version: row.version, name: row.name, dueOn: row.due_on },
      ...{ usualHours: usualHours.step, ofId: row.owner_id, deeds: ['done', 'snooze'] },
    }));
  },

  async tick(work, { id, version, isDone }) {
    const status = isDone ? 'done' : 'open';
    const action = isDone ? 'closed' : 'reopened';
    return (await meetingActions.update(work, id, version, { status }, { action })).version;
  },

  versionOf: async (db, actor, id) => (await meetingActions.get(db, actor, id)).version,
};
