import type { Dimension, FigureView, Measure } from '@milepost/contract/figures';
import type { CountTargetView, MeasureDefinitionView } from '@milepost/contract/measures';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

/** Which figure is meant. */
export type FigureAsk = { measure: Measure; from: string; to: string; by?: Dimension };

/** A measure between two days, by a dimension. */
export const figureQuery = defineQueryOptions(({ measure, from, to, by }: FigureAsk) => ({
  key: ['figure', measure, from, to, by ?? ''],
  query: ({ signal }) => http.get<FigureView>(`/figures/${measure}`, { query: { from, to, by }, signal }),
}));

/** How a figure, or one of its rows, comes about. */
export const whyFigure =
  ({ measure, from, to, by }: FigureAsk, key?: string) =>
  (signal: AbortSignal): Promise<Explained> =>
    http.get<Explained>(`/figures/${measure}/why`, { query: { from, to, by, key }, signal });

/** What the measures mean. */
export const definitionQuery = defineQueryOptions({
  key: ['measure_definition'],
  query: ({ signal }) => http.get<MeasureDefinitionView>('/measures/definition', { signal }),
});

/** How many new customers are wanted this month of those in sight. */
export const newCustomerTargetQuery = defineQueryOptions({
  key: ['measure_definition', 'new-customer-target'],
  query: ({ signal }) => http.get<CountTargetView>('/measures/new-customer-target', { signal }),
});
