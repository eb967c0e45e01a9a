import type { SeasonView } from '@milepost/contract/seasonality';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** How the season is to be learnt; the server's defaults are those that plans are made with. */
export type SeasonAsk = { years: number; priorYears: number; yearDecay: number };

export const plannedWith: SeasonAsk = { years: 3, priorYears: 1, yearDecay: 0.7 };

export const seasonQuery = defineQueryOptions((ask: SeasonAsk) => ({
  key: ['seasonality', ask.years, ask.priorYears, ask.yearDecay],
  query: ({ signal }) => http.get<SeasonView>('/seasonality', { query: ask, signal }),
}));
