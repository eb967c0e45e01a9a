import type { ActivityView } from '@milepost/contract/activities';
import type { Actor } from '../../auth/actor.ts';
import { isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import { participants } from './store.ts';

export async function activityViews(db: Db, actor: Actor, rows: readonly ActivityTable[]): Promise<ActivityView[]> {
  const beside = await participants.of(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(db, actor, {
    person: [...rows.flatMap((row) => [row.person_id, row.given_by_id]), ...[...beside.values()].flat()],
    account: rows.map((row) => row.account_id),
    contact: rows.map((row) => row.contact_id),
    lead: rows.map((row) => row.lead_id),
    opportunity: rows.map((row) => row.opportunity_id),
    talk_track: rows.map((row) => row.talk_track_id),
  });
  return rows.map((row) => ({
    ...recordFields(row),
    kind: row.kind,
    onDay: row.on_day,
    isDone: isSet(row.is_done),
    subject: row.subject,
    body: row.body,
    accountId: row.account_id,
    contactId: row.contact_id,
    leadId: row.lead_id,
    opportunityId: row.opportunity_id,
    lane: row.lane,
    deadlineOn: row.deadline_on,
    startsAt: row.starts_at,
    minutes: row.minutes,
    outcome: row.outcome,
    needChange: row.need_change,
    objection: row.objection,
    talkTrackId: row.talk_track_id,
    followsId: row.follows_id,
    doneOn: row.done_on,
    inPlaceOf: row.in_place_of,
    givenBy: nameOf(names.person, row.given_by_id),
    talkTrack: nameOf(names.talk_track, row.talk_track_id),
    participantIds: beside.get(row.id) ?? [],
    person: nameOf(names.person, row.person_id),
    participants: (beside.get(row.id) ?? []).flatMap((id) => nameOf(names.person, id) ?? []),
    account: nameOf(names.account, row.account_id),
    contact: nameOf(names.contact, row.contact_id),
    lead: nameOf(names.lead, row.lead_id),
    opportunity: nameOf(names.opportunity, row.opportunity_id),
  }));
}
