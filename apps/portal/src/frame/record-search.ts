import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import { type FoundRecord, features, type RecordSearch } from './features.ts';

/** What one kind of record answered. */
export type Found = { source: RecordSearch; records: FoundRecord[] };

/**
 * Asks every kind of record for what is typed, a moment after the last key. An answer that was overtaken by more typing is
 * dropped; a kind that fails is left out, so that the others still answer.
 */
export function useRecordSearch(term: Ref<string>, sources: readonly RecordSearch[] = features.search) {
  const found = shallowRef<Found[]>([]);
  const isSearching = ref(false);
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(words: string): Promise<void> {
    const { signal } = running;
    const answers = await Promise.allSettled(
      sources.map(async (source) => ({ source, records: await source.find(words, signal) })),
    );
    if (signal.aborted) return;
    found.value = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    isSearching.value = false;
  }

  watch(term, (typed) => {
    running.abort();
    running = new AbortController();
    clearTimeout(timer);
    const words = typed.trim();
    if (words.length < 2 && !/[^\u0020-\u024f]/.test(words)) {
      found.value = [];
      isSearching.value = false;
      return;
    }
    isSearching.value = sources.length > 0;
    timer = setTimeout(() => void ask(words), 150);
  });
  onScopeDispose(() => {
    clearTimeout(timer);
    running.abort();
  });
  return { found, isSearching };
}
