import type {
  AgendaItem,
  MeetingActionPatch,
  MeetingPatch,
  NewMeeting,
  NewMeetingAction,
} from '@milepost/contract/meetings';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, toJson } from '../../db/columns.ts';
import type { MeetingActionTable, MeetingTable } from '../../db/tables/meetings.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { people } from '../people/store.ts';
import { itemOf, openMatters, seesItem } from './read-agenda.ts';
import { attendees, meetingActions, meetings } from './store.ts';

/** @throws Failure `reference-unknown` for somebody who is not, or no longer, of the organisation */
async function demandPerson({ db, actor }: Work, id: string, field: string): Promise<void> {
  if ((await people.find(db, actor, id))?.is_active !== 1)
    throw new Failure('reference-unknown', fieldIssue(field, 'unknown', 'nobody of your organisation'));
}

async function attendeesOf(work: Work, ids: readonly string[], chairId: string | null): Promise<string[]> {
  const all = [...new Set([...(chairId === null ? [] : [chairId]), ...ids])].sort();
  for (const id of all) await demandPerson(work, id, '/attendeeIds');
  return all;
}

const columnsOf = ({
  name,
  onDay,
  startsAt,
  lengthMinutes,
  place,
  minutes,
  status,
}: MeetingPatch): Partial<MeetingTable> => ({
  ...(name === undefined ? {} : { name, name_key: foldName(name) }),
  ...(onDay === undefined ? {} : { on_day: onDay }),
  ...(startsAt === undefined ? {} : { starts_at: startsAt }),
  ...(lengthMinutes === undefined ? {} : { length_minutes: lengthMinutes }),
  ...(place === undefined ? {} : { place: place || null }),
  ...(minutes === undefined ? {} : { minutes: minutes || null }),
  ...(status === undefined ? {} : { status }),
});

/** Those who take part hear of it in their open windows: the change itself names only who called the meeting. */
const tellAttendees = ({ live }: Deps, { orgId }: Actor, id: string, personIds: readonly string[]): void =>
  live.tell(orgId, personIds, { subject: 'meeting', recordId: id });

/** Calls a meeting once, its agenda drafted from what is open. Whoever calls it takes part. @throws Failure `reference-unknown` */
export async function createMeeting(deps: Deps, actor: Actor, { id, attendeeIds, ...input }: NewMeeting) {
  const { personId } = actor;
  if (personId === null) throw new Failure('not-allowed');
  const made = await deps.transact(actor, async (work) => {
    const there = await meetings.find(work.db, actor, id);
    if (there) return { row: there, isNew: false, all: [] };
    const all = await attendeesOf(work, attendeeIds, personId);
    const { lengthMinutes = null, onDay } = input;
    const about = { id, day: onDay, attendeeIds: all, agenda: [], lengthMinutes };
    const { items } = await openMatters(work.db, actor, about);
    const values = {
      ...{ starts_at: null, length_minutes: null, place: null, minutes: null, status: 'planned' as const },
      ...columnsOf(input),
      ...{ id, chair_id: personId, agenda: toJson(items.map((one) => itemOf(one, work.newId()))) },
    };
    const created = await meetings.create(work, values as Parameters<typeof meetings.create>[1]);
    if (created.isNew) await attendees.replace(work, id, all);
    return { ...created, all };
  });
  tellAttendees(deps, actor, id, made.all);
  return { row: made.row, isNew: made.isNew };
}

/** What stands on the agenda out of the writer's sight stays as it is, whatever they send of it. */
async function mergedAgenda(
  { db, actor }: Work,
  before: MeetingTable,
  sent: readonly AgendaItem[],
): Promise<AgendaItem[]> {
  const known = new Map(fromJson<AgendaItem[]>(before.agenda).map((item) => [item.id, item]));
  const merged: AgendaItem[] = [];
  for (const item of sent) {
    const was = known.get(item.id);
    if (was && !(await seesItem(db, actor, was))) merged.push({ ...was, decision: item.decision });
    else if (item.text === null || !(await seesItem(db, actor, item)))
      throw new Failure('reference-unknown', fieldIssue('/agenda', 'unknown', 'no such record in your sight'));
    else merged.push(item);
  }
  return merged;
}

/** Changes a meeting: who sees it keeps its agenda and minutes. @throws Failure `reference-unknown` */
export async function changeMeeting(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: MeetingPatch,
): Promise<MeetingTable> {
  const { row, all } = await deps.transact(actor, async (work) => {
    const before = await meetings.get(work.db, actor, id);
    const known = (await attendees.of(work.db, actor.orgId, [id])).get(id) ?? [];
    const asked = patch.attendeeIds ? await attendeesOf(work, patch.attendeeIds, before.chair_id) : known;
    const isOther = asked.join() !== known.join();
    const agenda = patch.agenda ? { agenda: toJson(await mergedAgenda(work, before, patch.agenda)) } : {};
    const columns = { ...columnsOf(patch), ...agenda };
    const changed = await meetings.update(work, id, seen, columns, isOther ? { beside: { attendeeIds: asked } } : {});
    if (isOther) await attendees.replace(work, id, asked);
    return { row: changed, all: [...new Set([...known, ...asked])] };
  });
  tellAttendees(deps, actor, id, all);
  return row;
}

/** Writes down what somebody undertakes, in a meeting that one sees. @throws Failure `not-found`, `reference-unknown` */
export const createMeetingAction = (
  deps: Deps,
  actor: Actor,
  { id, meetingId, name, ownerId, dueOn }: NewMeetingAction,
) =>
  deps.transact(actor, async (work) => {
    await meetings.get(work.db, actor, meetingId);
    await demandPerson(work, ownerId, '/ownerId');
    return meetingActions.create(work, {
      ...{
        id,
        meeting_id: meetingId,
        name,
        name_key: foldName(name),
        owner_id: ownerId,
        due_on: dueOn,
        status: 'open',
      },
    });
  });

/** Changes an action, closes it, or opens it again. @throws Failure `reference-unknown` */
export const changeMeetingAction = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  { name, ownerId, dueOn, status }: MeetingActionPatch,
): Promise<MeetingActionTable> =>
  deps.transact(actor, async (work) => {
    const before = await meetingActions.get(work.db, actor, id);
    if (ownerId !== undefined) await demandPerson(work, ownerId, '/ownerId');
    const isClosed = status !== undefined && status !== 'open' && before.status === 'open';
    const columns = {
      ...(name === undefined ? {} : { name, name_key: foldName(name) }),
      ...(ownerId === undefined ? {} : { owner_id: ownerId }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      ...(status === undefined ? {} : { status }),
    };
    return meetingActions.update(work, id, seen, columns, { action: isClosed ? 'closed' : 'updated' });
  });
