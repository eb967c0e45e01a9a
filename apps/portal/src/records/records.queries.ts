import type { Condition, Page } from '@milepost/contract/page';
import { http } from '../http/http.ts';
import type { RecordKind } from './record-kind.ts';

/** What a list asks for: words, order, conditions, the cursor of the page before, and how many a page has. */
export type ListAsk = {
  q?: string;
  sort?: string | null;
  filter?: readonly Condition[];
  after?: string | null;
  limit?: number;
};

const pageSize = 100;

/** One page of a list; the first also says how many there are. */
export const recordsPage = <View>(
  { path, order }: Pick<RecordKind, 'path' | 'order'>,
  { q, sort, filter = [], after, limit = pageSize }: ListAsk,
  signal?: AbortSignal,
): Promise<Page<View>> =>
  http.get<Page<View>>(path, {
    query: {
      q,
      sort: sort ?? order,
      after,
      filter: filter.length > 0 ? JSON.stringify(filter) : null,
      limit,
      count: after ? null : 1,
    },
    ...(signal ? { signal } : {}),
  });

/** One record. */
export const recordQuery = <View>({ subject, path }: RecordKind, id: string) => ({
  key: [subject, id],
  query: ({ signal }: { signal: AbortSignal }) => http.get<View>(`${path}/${id}`, { signal }),
});

/** The records that fulfil some conditions, for a card of another record: the first page of them. */
export const recordsQuery = <View>(kind: RecordKind, filter: readonly Condition[], sort: string | null = null) => ({
  key: [kind.subject, 'some', JSON.stringify(filter), sort ?? ''],
  query: ({ signal }: { signal: AbortSignal }) => recordsPage<View>(kind, { filter, sort }, signal),
});
