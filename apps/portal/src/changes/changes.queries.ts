import type { ChangeView } from '@milepost/contract/changes';
import { http } from '../http/http.ts';

/** Whose history: one record's, an account's with all that belongs to it, or everything (administrators). */
export type HistoryOf = { accountId: string } | { subject: string; recordId: string } | Record<string, never>;

export type ChangePage = { items: ChangeView[]; next: string | null };

/** A page of history, newest first. */
export const changesOf = (of: HistoryOf, after: string | null, signal: AbortSignal): Promise<ChangePage> =>
  http.get<ChangePage>('/changes', { query: { ...of, after, limit: 50 }, signal });
