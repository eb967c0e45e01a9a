import type { ApiKeyView } from '@milepost/contract/api-keys';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/** One's own keys, newest first; for administrators those of everybody. */
export const apiKeysQuery = defineQueryOptions({
  key: ['api_key', 'all'],
  query: async ({ signal }) => (await http.get<{ items: ApiKeyView[] }>('/api-keys', { signal })).items,
});
