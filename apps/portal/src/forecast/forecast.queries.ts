import type { ForecastQuery, ForecastRow, ForecastView, MovementView } from '@milepost/contract/forecast';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** Which forecast a page shows: of a period, the one of today where no day is named, by rep or team. */
export type ForecastAsk = Pick<ForecastQuery, 'period' | 'by'> & { on: string | null };
/** Whose number is meant. */
export type Scope = Pick<ForecastRow, 'scopeKind' | 'scopeId'>;

export const scopeKeyOf = ({ scopeKind, scopeId }: Scope): string => `${scopeKind} ${scopeId}`;

export const forecastQuery = defineQueryOptions(({ period, by, on }: ForecastAsk) => ({
  key: ['forecast', period, by, on ?? 'now'],
  query: ({ signal }) => http.get<ForecastView>('/forecast', { query: { period, by, on }, signal }),
}));

/** What moved the pipeline of a number since a week ago, or since the day of a snapshot. */
export const movementQuery = defineQueryOptions(
  ({ period, on, scope, since }: Omit<ForecastAsk, 'by'> & { scope: Scope; since: string | null }) => ({
    key: ['forecast', 'movement', period, on ?? 'now', scopeKeyOf(scope), since ?? 'week'],
    query: ({ signal }) =>
      http.get<MovementView>('/forecast/movement', { query: { period, on, since, ...scope }, signal }),
  }),
);
