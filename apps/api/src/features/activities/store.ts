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

/** What was sent → columns. */
export function activityColumns(patch: ActivityPatch & Partial<NewActivity>): Partial<ActivityTable> {
  const { onDay, isDone, accountId, contactId, leadId, opportunityId, ...same } = patch;
  return {
    ...same,
    ...(onDay === undefined ? {} : { on_day: onDay }),
    ...(isDone === undefined ? {} : { is_done: flag(isDone) }),
    ...(accountId === undefined ? {} : { account_id: accountId }),
    ...(contactId === undefined ? {} : { contact_id: contactId }),
    ...(leadId === undefined ? {} : { lead_id: leadId }),
    ...(opportunityId === undefined ? {} : { opportunity_id: opportunityId }),
  };
}
