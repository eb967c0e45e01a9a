import type { AccountView } from '@milepost/contract/accounts';
import type { ActivityView } from '@milepost/contract/activities';
import type { ChangeView } from '@milepost/contract/changes';
import type { ContactView } from '@milepost/contract/contacts';
import type { Condition, Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type AccountAsk = { q: string; sort: string | null; filter: Condition[]; after: string | null };

/** One page of accounts; the first also says how many there are. */
export const accountsPage = ({ q, sort, filter, after }: AccountAsk, signal?: AbortSignal) =>
  http.get<Page<AccountView>>('/accounts', {
    query: {
      q,
      sort,
      after,
      filter: filter.length > 0 ? JSON.stringify(filter) : null,
      limit: 100,
      count: after ? null : 1,
    },
    ...(signal ? { signal } : {}),
  });

export const accountQuery = defineQueryOptions((id: string) => ({
  key: ['account', id],
  query: ({ signal }) => http.get<AccountView>(`/accounts/${id}`, { signal }),
}));

const ofAccount = (id: string): string => JSON.stringify([{ field: 'accountId', op: 'is', value: id }]);

export const accountContactsQuery = defineQueryOptions((id: string) => ({
  key: ['contact', 'of-account', id],
  query: ({ signal }) =>
    http.get<Page<ContactView>>('/contacts', { query: { filter: ofAccount(id), limit: 100 }, signal }),
}));

export type TimelineEntry =
  | { id: string; at: string; kind: 'activity'; activity: ActivityView }
  | { id: string; at: string; kind: 'change'; change: ChangeView };

/** What happened with an account, newest first: activities, and changes of it and of what belongs to it. */
export const timelineQuery = defineQueryOptions((id: string) => ({
  key: ['activity', 'timeline', id],
  query: async ({ signal }) => {
    const [activities, changes] = await Promise.all([
      http.get<Page<ActivityView>>('/activities', {
        query: { filter: ofAccount(id), sort: '-onDay', limit: 100 },
        signal,
      }),
      http.get<{ items: ChangeView[] }>('/changes', { query: { accountId: id, limit: 100 }, signal }),
    ]);
    return timelineOf(activities.items, changes.items);
  },
}));

/** When an activity is told: the instant it was logged, where that lies on its own day, else noon of that day. */
const instantOf = ({ onDay, createdAt }: ActivityView): string =>
  createdAt.startsWith(onDay) ? createdAt : `${onDay}T12:00:00.000Z`;

/** An activity is told once: the change that logged it is left out. */
export function timelineOf(activities: readonly ActivityView[], changes: readonly ChangeView[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...activities.map(
      (activity): TimelineEntry => ({ id: activity.id, at: instantOf(activity), kind: 'activity', activity }),
    ),
    ...changes
      .filter((change) => change.subject !== 'activity')
      .map((change): TimelineEntry => ({ id: change.id, at: change.at, kind: 'change', change })),
  ];
  return entries.sort((a, b) => b.at.localeCompare(a.at));
}
