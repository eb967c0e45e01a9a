import type { Sort } from '@milepost/ui/table-columns';
import { computed, ref, watch } from 'vue';
import { type LocationQuery, useRoute, useRouter } from 'vue-router';
import { readState, writeState } from './list-state.ts';

/** What a list shows, kept in the address of the page at `place`. */
export function useListAddress(place: string) {
  const route = useRoute();
  const router = useRouter();
  const state = ref(readState(route.query));
  const isSame = (query: LocationQuery) => JSON.stringify(readState(query)) === JSON.stringify(state.value);
  const others = () =>
    Object.fromEntries(Object.entries(route.query).filter(([key]) => !['q', 'filter', 'sort'].includes(key)));
  let writing = 0;
  watch(
    state,
    async (now) => {
      if (route.path !== place || isSame(route.query)) return;
      writing += 1;
      await router.replace({ query: { ...others(), ...writeState(now) } });
      writing -= 1;
    },
    { deep: true },
  );
  // Back, or a link to the same list with other words, changes the address of a page that stays. What we write ourselves may be
  // behind what was typed meanwhile, so it is not read again: hence in the moment of the change, while it is being written.
  watch(
    () => route.query,
    (query) => {
      if (route.path === place && writing === 0 && !isSame(query)) state.value = readState(query);
    },
    { flush: 'sync' },
  );
  const part = <K extends keyof typeof state.value>(key: K) =>
    computed<(typeof state.value)[K]>({
      get: () => state.value[key],
      set: (value) => {
        state.value = { ...state.value, [key]: value };
      },
    });
  return {
    q: part('q'),
    conditions: part('conditions'),
    sort: part('sort') as ReturnType<typeof computed<Sort | null>>,
  };
}
