import type { Page } from '@milepost/contract/page';
import type { PersonView, TeamView } from '@milepost/contract/people';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Everybody of the organisation; a sales organisation fits on a page. */
export const peopleQuery = defineQueryOptions({
  key: ['person', 'list'],
  query: ({ signal }) => http.get<Page<PersonView>>('/people', { query: { limit: 200, count: 1 }, signal }),
});

export const teamsQuery = defineQueryOptions({
  key: ['team', 'list'],
  query: ({ signal }) => http.get<Page<TeamView>>('/teams', { query: { limit: 200 }, signal }),
});
