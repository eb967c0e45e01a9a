import type { Page } from '@milepost/contract/page';
import type { Sort } from '@milepost/ui/table-columns';
import { useInfiniteQuery } from '@pinia/colada';
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readState, sortText, writeState } from './list-state.ts';
import type { AnyRecord, RecordKind } from './record-kind.ts';
import { recordsPage } from './records.queries.ts';

/** The records of a list, page by page, by what the address asks for. */
export function useRecordList<View extends AnyRecord>(kind: RecordKind) {
  const route = useRoute();
  const router = useRouter();
  const state = ref(readState(route.query));
  const others = () =>
    Object.fromEntries(Object.entries(route.query).filter(([key]) => !['q', 'filter', 'sort'].includes(key)));
  watch(
    state,
    (now) => {
      if (route.path === kind.place) void router.replace({ query: { ...others(), ...writeState(now) } });
    },
    { deep: true },
  );
  const part = <K extends keyof typeof state.value>(key: K) =>
    computed<(typeof state.value)[K]>({
      get: () => state.value[key],
      set: (value) => {
        state.value = { ...state.value, [key]: value };
      },
    });
  const { q, conditions } = { q: part('q'), conditions: part('conditions') };
  const sort = part('sort') as ReturnType<typeof computed<Sort | null>>;

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
