import type { Page } from '@milepost/contract/page';
import { useInfiniteQuery } from '@pinia/colada';
import { computed } from 'vue';
import { sortText } from './list-state.ts';
import type { AnyRecord, RecordKind } from './record-kind.ts';
import { recordsPage } from './records.queries.ts';
import { useListAddress } from './use-list-address.ts';

/** The records of a list, page by page, by what the address asks for. */
export function useRecordList<View extends AnyRecord>(kind: RecordKind) {
  const { q, conditions, sort } = useListAddress(kind.place);
  const list = useInfiniteQuery<Page<View>, Error, string | null>({
    key: () => [kind.subject, 'list', q.value, sortText(sort.value) ?? '', JSON.stringify(conditions.value)],
    initialPageParam: null,
    query: ({ pageParam, signal }) =>
      recordsPage<View>(
        kind,
        { q: q.value, sort: sortText(sort.value), filter: conditions.value, after: pageParam },
        signal,
      ),
    getNextPageParam: (page) => page.next,
  });
  const pages = computed(() => list.state.value.data?.pages ?? []);
  return {
    ...list,
    q,
    conditions,
    sort,
    rows: computed(() => pages.value.flatMap((page) => page.items)),
    total: computed(() => pages.value[0]?.total ?? null),
  };
}
