import type { AdjustmentsView } from '@milepost/contract/adjustments';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

export const adjustmentsQuery = defineQueryOptions({
  key: ['adjustments'],
  query: ({ signal }) => http.get<AdjustmentsView>('/adjustments', { signal }),
});
