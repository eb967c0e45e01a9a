import { onScopeDispose, type Ref, ref } from 'vue';

const query = '(max-width: 639px)';

/** Is the window as narrow as a phone? Follows turning and resizing. */
export function useNarrow(): Readonly<Ref<boolean>> {
  const media = window.matchMedia(query);
  const isNarrow = ref(media.matches);
  const follow = (event: MediaQueryListEvent): void => {
    isNarrow.value = event.matches;
  };
  media.addEventListener('change', follow);
  onScopeDispose(() => media.removeEventListener('change', follow));
  return isNarrow;
}
