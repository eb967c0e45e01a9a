import { onScopeDispose, ref, watchEffect } from 'vue';

/** The name of the record in front of the reader, when a page has told it; shown in the top bar and the window's title. */
export const placeName = ref<string | null>(null);

/** Tells the frame which record is open, for as long as the page stands: `usePlace(() => account.value?.name)`. */
export function usePlace(name: () => string | null | undefined): void {
  watchEffect(() => {
    placeName.value = name() ?? null;
  });
  onScopeDispose(() => {
    placeName.value = null;
  });
}
