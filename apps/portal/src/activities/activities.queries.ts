import type { ActivityView } from '@milepost/contract/activities';
import type { Page } from '@milepost/contract/page';
import type { TalkTrackView } from '@milepost/contract/talk-tracks';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** What an activity is about. */
export type ActivityAbout = Partial<Record<'accountId' | 'contactId' | 'leadId' | 'opportunityId', string>>;

/** A page of the activities about a record, newest first. */
export const activitiesAbout = (about: ActivityAbout, after: string | null, signal: AbortSignal) =>
  http.get<Page<ActivityView>>('/activities', {
    query: {
      filter: JSON.stringify(Object.entries(about).map(([field, value]) => ({ field, op: 'is', value }))),
      sort: '-onDay',
      limit: 50,
      after,
    },
    signal,
  });

/** The talk tracks that meet one kind of objection. */
export const talkTracksOf = defineQueryOptions((objection: string) => ({
  key: ['talk_track', 'of', objection],
  query: ({ signal }) =>
    http.get<Page<TalkTrackView>>('/talk-tracks', {
      query: { filter: JSON.stringify([{ field: 'objection', op: 'is', value: objection }]), limit: 50 },
      signal,
    }),
}));
