import type { ErasureView } from '@milepost/contract/personal-data';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** That somebody was erased: when, by whom and why. */
export const erasuresQuery = defineQueryOptions({
  key: ['erasure', 'all'],
  query: async ({ signal }) => (await http.get<{ items: ErasureView[] }>('/personal-data/erasures', { signal })).items,
});
