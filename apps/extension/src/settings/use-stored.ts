import { onScopeDispose, type Ref, shallowRef } from 'vue';
import type { WxtStorageItem } from 'wxt/utils/storage';

/** A stored item as a ref that follows changes made in any other context. `ready` resolves when the first value is there. */
export type Stored<T> = { value: Readonly<Ref<T>>; ready: Promise<void> };

/** Follows a stored item; until it has been read, the ref holds the item's fallback. */
export function useStored<T>(item: WxtStorageItem<T, Record<string, unknown>>): Stored<T> {
  const value = shallowRef(item.fallback);
  const stop = item.watch((next) => {
    value.value = next ?? item.fallback;
  });
  onScopeDispose(stop);
  const ready = item.getValue().then((first) => {
    value.value = first;
  });
  return { value, ready };
}
