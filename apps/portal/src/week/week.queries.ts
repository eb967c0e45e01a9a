import type { CalendarFeedView, WeekView } from '@milepost/contract/week';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export type WeekAsk = { personId?: string; weekOf?: string };

/** A week of a person, of oneself and of today where nothing else is said. */
export const weekQuery = defineQueryOptions(({ personId, weekOf }: WeekAsk) => ({
  key: ['week', personId ?? 'me', weekOf ?? 'now'],
  query: ({ signal }) => http.get<WeekView>('/week', { query: { personId, weekOf }, signal }),
}));

/** Whether one's own calendar can be read from outside. */
export const calendarFeedQuery = defineQueryOptions({
  key: ['calendar-feed'],
  query: ({ signal }) => http.get<CalendarFeedView>('/week/calendar', { signal }),
});
