import type { MeetingActionView, MeetingView } from '@milepost/contract/meetings';
import type { Actor } from '../../auth/actor.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { MeetingActionTable, MeetingTable } from '../../db/tables/meetings.ts';
import { agendaFor } from './read-agenda.ts';
import { attendees, meetingActions } from './store.ts';

export async function meetingViews(
  db: Db,
  actor: Actor,
  rows: readonly MeetingTable[],
  today: string,
): Promise<MeetingView[]> {
  const ids = rows.map(({ id }) => id);
  const [there, open] = await Promise.all([
    attendees.of(db, actor.orgId, ids),
    meetingActions.open(db, actor, { meetingIds: ids }),
  ]);
  const names = await namesOf(db, actor, {
    person: [...rows.map((row) => row.chair_id), ...[...there.values()].flat()],
  });
  return Promise.all(
    rows.map(async (row) => {
      const own = open.filter(({ meeting_id }) => meeting_id === row.id);
      return {
        ...recordFields(row),
        name: row.name,
        onDay: row.on_day,
        startsAt: row.starts_at,
        lengthMinutes: row.length_minutes,
        place: row.place,
        status: row.status,
        chair: nameOf(names.person, row.chair_id),
        attendees: (there.get(row.id) ?? []).flatMap((id) => nameOf(names.person, id) ?? []),
        agenda: await agendaFor(db, actor, row),
        minutes: row.minutes,
        openActions: own.length,
        lateActions: own.filter(({ due_on }) => due_on < today).length,
      };
    }),
  );
}

export async function meetingActionViews(
  db: Db,
  actor: Actor,
  rows: readonly MeetingActionTable[],
): Promise<MeetingActionView[]> {
  const names = await namesOf(db, actor, {
    person: rows.map((row) => row.owner_id),
    meeting: rows.map((row) => row.meeting_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    name: row.name,
    dueOn: row.due_on,
    status: row.status,
    owner: nameOf(names.person, row.owner_id),
    ownerId: row.owner_id,
    meeting: nameOf(names.meeting, row.meeting_id),
    meetingId: row.meeting_id,
  }));
}
