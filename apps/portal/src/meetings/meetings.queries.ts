import type { AgendaProposals, MeetingActionView, MeetingView } from '@milepost/contract/meetings';
import type { Page } from '@milepost/contract/page';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Meetings in sight: those to come the next first, those held the last first. */
export const meetingsQuery = defineQueryOptions((status: MeetingView['status']) => ({
  key: ['meeting', 'all', status],
  query: ({ signal }) =>
    http.get<Page<MeetingView>>('/meetings', {
      query: {
        ...{ limit: 200, sort: status === 'planned' ? 'onDay' : '-onDay' },
        filter: JSON.stringify([{ field: 'status', op: 'is', value: status }]),
      },
      signal,
    }),
}));

export const meetingQuery = defineQueryOptions((id: string) => ({
  key: ['meeting', 'one', id],
  query: ({ signal }) => http.get<MeetingView>(`/meetings/${id}`, { signal }),
}));

/** What was undertaken in a meeting, what is due first before the rest. */
export const meetingActionsQuery = defineQueryOptions((id: string) => ({
  key: ['meeting', 'actions', id],
  query: ({ signal }) =>
    http.get<Page<MeetingActionView>>('/meeting-actions', {
      query: {
        ...{ limit: 200, sort: 'dueOn' },
        filter: JSON.stringify([{ field: 'meetingId', op: 'is', value: id }]),
      },
      signal,
    }),
}));

/** What could stand on the agenda and does not. */
export const proposalsQuery = defineQueryOptions((id: string) => ({
  key: ['meeting', 'proposals', id],
  query: ({ signal }) => http.get<AgendaProposals>(`/meetings/${id}/proposals`, { signal }),
}));
