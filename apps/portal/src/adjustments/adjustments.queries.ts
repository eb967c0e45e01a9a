import type { AdjustmentsView, EffectMeasure } from '@milepost/contract/adjustments';
import { defineQueryOptions } from '@pinia/colada';
import type { Explained } from '../explain/explained.ts';
import { http } from '../http/http.ts';

export const adjustmentsQuery = defineQueryOptions({
  key: ['adjustments'],
  query: ({ signal }) => http.get<AdjustmentsView>('/adjustments', { signal }),
});

/** How the difference after an adjustment comes about. */
export const whyEffect = (id: string, measure: EffectMeasure) => (signal: AbortSignal) =>
  http.get<Explained>(`/adjustments/${id}/why`, { query: { measure }, signal });
