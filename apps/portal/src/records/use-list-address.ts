import type { Sort } from '@milepost/ui/table-columns';
import { computed, ref, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { readState, writeState } from './list-state.ts';

/** What a list shows, kept in the address of the page at `place`. */
export function useListAddress(place: string) {
  const route = useRoute();
  const router = useRouter();
  const state = ref(readState(route.query));
  const others = () =>
    Object.fromEntries(Object.entries(route.query).filter(([key]) => !['q', 'filter', 'sort'].includes(key)));
  watch(
    state,
    (now) => {
      if (route.path === place) void router.replace({ query: { ...others(), ...writeState(now) } });
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
  return {
    q: part('q'),
    conditions: part('conditions'),
    sort: part('sort') as ReturnType<typeof computed<Sort | null>>,
  };
}
