import type { Page } from '@milepost/contract/page';
import type { ScorecardView, StandingQuery, StandingsView, StandingWhyQuery } from '@milepost/contract/scorecard';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** Where everybody in sight stands with their scorecard today. */
export const standingsQuery = defineQueryOptions((period: StandingQuery['period']) => ({
  key: ['scorecard', 'standings', period],
  query: ({ signal }) => http.get<StandingsView>('/scorecard-standings', { query: { period }, signal }),
}));

/** The scorecards of roles and people that the reader has a say in. */
export const scorecardsQuery = defineQueryOptions({
  key: ['scorecard', 'list'],
  query: ({ signal }) =>
    http.get<Page<ScorecardView>>('/scorecards', { query: { limit: 100, sort: '-validFrom' }, signal }),
});

/** How a figure of somebody's scorecard comes about. */
export const whyStanding =
  (personId: string, query: Pick<StandingWhyQuery, 'figure' | 'measure' | 'period'>) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>(`/scorecard-standings/${personId}/why`, { query, signal });
