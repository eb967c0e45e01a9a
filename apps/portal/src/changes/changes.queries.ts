import type { ChangeSetView, ChangeView } from '@milepost/contract/changes';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';

/**
 * Whose history: one record's, an account's with all that belongs to it, or (administrators) everything, of one kind of record or by one
 * person where that is asked for.
 */
export type HistoryOf =
  | { accountId: string }
  | { subject: string; recordId: string }
  | { subject?: string; actorId?: string };

export type ChangePage = { items: ChangeView[]; next: string | null };

/** A page of history, newest first. */
export const changesOf = (of: HistoryOf, after: string | null, signal: AbortSignal): Promise<ChangePage> =>
  http.get<ChangePage>('/changes', { query: { ...of, after, limit: 50 }, signal });

/** What one did last, newest first. */
export const lastSets = async (limit: number, signal?: AbortSignal): Promise<ChangeSetView[]> =>
  (await http.get<{ items: ChangeSetView[] }>('/changes/sets', { query: { limit }, ...(signal ? { signal } : {}) }))
    .items;

export const changeSetsQuery = defineQueryOptions({
  key: ['change', 'sets'],
  query: ({ signal }) => lastSets(30, signal),
});
