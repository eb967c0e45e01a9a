import type { ActivityPatch, NewActivity } from '@milepost/contract/activities';
import { flag } from '../../db/columns.ts';
import { recordStore } from '../../db/record-store.ts';
import type { ActivityTable } from '../../db/tables/records.ts';

export const activities = recordStore({
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
} as const satisfies Partial<ActivityTable>;

/** What was sent → columns. */
export function activityColumns(patch: ActivityPatch & Partial<NewActivity>): Partial<ActivityTable> {
  const { onDay, isDone, accountId, contactId, leadId, opportunityId, nextStep: _, ...other } = patch;
  const { deadlineOn, startsAt, needChange, talkTrackId, ...same } = other;
  return {
    ...same,
    ...(deadlineOn === undefined ? {} : { deadline_on: deadlineOn }),
    ...(startsAt === undefined ? {} : { starts_at: startsAt }),
    ...(needChange === undefined ? {} : { need_change: needChange || null }),
    ...(talkTrackId === undefined ? {} : { talk_track_id: talkTrackId }),
    ...(onDay === undefined ? {} : { on_day: onDay }),
    ...(isDone === undefined ? {} : { is_done: flag(isDone) }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(contactId === undefined ? {} : { contact_id: contactId }),
    ...(leadId === undefined ? {} : { lead_id: leadId }),
    ...(opportunityId === undefined ? {} : { opportunity_id: opportunityId }),
  };
}
