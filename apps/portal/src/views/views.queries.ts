import type { SavedViewView } from '@milepost/contract/views';
import { http } from '../http/http.ts';

/** One's own saved views of a list, and those that colleagues share. */
export const viewsQuery = (subject: string) => ({
  key: ['saved_view', subject],
  query: async ({ signal }: { signal: AbortSignal }) =>
    (await http.get<{ items: SavedViewView[] }>('/views', { query: { subject }, signal })).items,
});
