import type { SearchAnswer } from '@milepost/contract/search';
import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import { http } from '../http/http.ts';
import { type FoundRecord, features, type RecordSearch } from './features.ts';

/** What was found of one kind of record. */
export type Found = { source: RecordSearch; records: FoundRecord[] };
type Item = SearchAnswer['items'][number];

/** Where a find is shown: at its own place, or an activity at the record it is about. */
const placeOf = ({ kind, id, about }: Item): string | null =>
  features.recordPaths[kind]?.(id) ?? (about ? (features.recordPaths[about.kind]?.(about.id) ?? null) : null);

/** Finds under the heading of their kind, the kinds in their order, those without a place left out. */
const grouped = (items: readonly Item[], sources: readonly RecordSearch[]): Found[] =>
  sources.flatMap((source) => {
    const records = items.flatMap((item): FoundRecord[] => {
      const to = item.kind === source.kind ? placeOf(item) : null;
      return to === null ? [] : [{ id: item.id, label: item.label, note: item.note, to }];
    });
    return records.length > 0 ? [{ source, records }] : [];
  });

/**
 * Asks the search for what is typed, a moment after the last key. An answer that was overtaken by more typing is dropped; where
 * none comes, pages and actions still answer.
 */
export function useRecordSearch(term: Ref<string>, sources: readonly RecordSearch[] = features.search) {
  const found = shallowRef<Found[]>([]);
  const isSearching = ref(false);
  let running = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(q: string): Promise<void> {
    const { signal } = running;
    const answer = await http.get<SearchAnswer>('/search', { query: { q }, signal }).catch(() => ({ items: [] }));
    if (signal.aborted) return;
    found.value = grouped(answer.items, sources);
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
    isSearching.value = true;
    timer = setTimeout(() => void ask(words), 150);
  });
  onScopeDispose(() => {
    clearTimeout(timer);
    running.abort();
  });
  return { found, isSearching };
}
