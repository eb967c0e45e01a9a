import type { ActivityPatch, NewActivity } from '@milepost/contract/activities';
import { flag } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';
import type { Work } from '../../db/work.ts';

const base = recordStore({
  table: 'activity',
  sort: { onDay: 'on_day', createdAt: 'created_at' },
  filter: {
    kind: 'kind',
    onDay: 'on_day',
    isDone: 'is_done',
    personId: 'person_id',
    accountId: 'account_id',
    contactId: 'contact_id',
    leadId: 'lead_id',
    opportunityId: 'opportunity_id',
  },
  search: ['subject', 'body'],
  account: 'account_id',
});

export const activities = {
  ...base,

  /**
   * The activity by which a mail was logged, whoever sees it; what was put away does not count. Whoever logs a mail comes after those
   * who do so at the same moment. Two mails whose Message-IDs are known and differ are two, whatever they say.
   * @param content what the mail says (`mailContentKey`): a copy that hides the Message-ID has that in its place
   */
  async ofMail(
    work: Work,
    messageId: string,
    content?: string | null,
  ): Promise<Pick<ActivityTable, 'id' | 'person_id'> | undefined> {
    await work.dialect.lock(`mail ${work.actor.orgId}`)?.execute(work.db);
    return work.db
      .selectFrom('activity')
      .select(['id', 'person_id'])
      .where('org_id', '=', work.actor.orgId)
      .where(({ eb, or }) =>
        or([eb('message_id', 'in', [messageId, ...(content ? [content] : [])]), eb('mail_content', '=', messageId)]),
      )
      .where('archived_at', 'is', null)
      .executeTakeFirst();
  },
};

/** What nobody has said of an activity yet. */
export const nothingSaid = {
  body: null,
  account_id: null,
  contact_id: null,
  lead_id: null,
  opportunity_id: null,
  lane: null,
  deadline_on: null,
  starts_at: null,
  minutes: null,
  outcome: null,
  need_change: null,
  objection: null,
  talk_track_id: null,
  follows_id: null,
  given_by_id: null,
  done_on: null,
  in_place_of: null,
  message_id: null,
  mail_content: null,
} as const satisfies Partial<ActivityTable>;

/** What was sent → columns. */
export function activityColumns(patch: ActivityPatch & Partial<NewActivity>): Partial<ActivityTable> {
  const { onDay, isDone, accountId, contactId, leadId, opportunityId, nextStep: _, ...other } = patch;
  const { deadlineOn, startsAt, needChange, talkTrackId, inPlaceOf, messageId, participantIds: __, ...same } = other;
  return {
    ...same,
    ...(deadlineOn === undefined ? {} : { deadline_on: deadlineOn }),
    ...(startsAt === undefined ? {} : { starts_at: startsAt }),
    ...(inPlaceOf === undefined ? {} : { in_place_of: inPlaceOf }),
    ...(needChange === undefined ? {} : { need_change: needChange || null }),
    ...(talkTrackId === undefined ? {} : { talk_track_id: talkTrackId }),
    ...(messageId === undefined ? {} : { message_id: messageId }),
    ...(onDay === undefined ? {} : { on_day: onDay }),
    ...(isDone === undefined ? {} : { is_done: flag(isDone) }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(contactId === undefined ? {} : { contact_id: contactId }),
    ...(leadId === undefined ? {} : { lead_id: leadId }),
    ...(opportunityId === undefined ? {} : { opportunity_id: opportunityId }),
  };
}

/** Colleagues who are there too. */
export const participants = {
  async of(db: Db, orgId: string, activityIds: readonly string[]): Promise<Map<string, string[]>> {
    if (activityIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('activity_participant')
      .select(['activity_id', 'person_id'])
      .where('org_id', '=', orgId)
      .where('activity_id', 'in', [...activityIds])
      .orderBy('person_id')
      .execute();
    return new Map(
      [...Map.groupBy(rows, (row) => row.activity_id)].map(([id, some]) => [id, some.map((row) => row.person_id)]),
    );
  },

  async replace(work: Work, activityId: string, personIds: readonly string[]): Promise<void> {
    const key = { org_id: work.actor.orgId, activity_id: activityId };
    await work.db
      .deleteFrom('activity_participant')
      .where('org_id', '=', key.org_id)
      .where('activity_id', '=', activityId)
      .execute();
    if (personIds.length > 0)
      await work.db
        .insertInto('activity_participant')
        .values(personIds.map((person_id) => ({ ...key, person_id })))
        .execute();
  },
};
