import type { DuplicatesAnswer, MergeKind, MergeView } from '@milepost/contract/merges';
import { http } from '../http/http.ts';

export type Duplicate = DuplicatesAnswer['items'][number];
/** The room of the words and the place of each kind that can be merged. */
export const mergeRooms = {
  account: { room: 'accounts', place: '/accounts' },
  contact: { room: 'contacts', place: '/contacts' },
  lead: { room: 'leads', place: '/leads' },
} as const satisfies Record<MergeKind, { room: string; place: string }>;

/** Pairs of records that may be one. Read again when a record of the kind changes. */
export const duplicatesQuery = (kind: MergeKind) => ({
  key: [kind, 'duplicates'],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<DuplicatesAnswer>('/duplicates', { query: { kind }, signal }),
});

/** What was merged into a record and still is. */
export const mergesQuery = (kind: MergeKind, survivorId: string) => ({
  key: [kind, 'merges', survivorId],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<{ items: MergeView[] }>('/merges', { query: { kind, survivorId }, signal }),
});

export const undoMerge = (id: string): Promise<MergeView> => http.post<MergeView>(`/merges/${id}/undo`);
