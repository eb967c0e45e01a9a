import { type ComputedRef, type InjectionKey, inject } from 'vue';

/**
 * The few words these components say by themselves, in the language of the reader. The application provides them
 * (`app.provide(uiWordsKey, computed(() => …))`); everything else a component shows is handed in by its props.
 */
export type UiWords = {
  /** BCP 47 tag, for sorting and numbers. */
  locale: string;
  retry: string;
  cancel: string;
  /** "Code version-clash": what to tell an administrator. */
  code: (code: string) => string;
  /** Shown to screen readers where a value is not known. */
  unknown: string;
  /** Name of a figure that opens its derivation, e.g. "Target 12.4M: why?". */
  openWhy: (label: string, exact: string) => string;
  loading: string;
  columns: string;
  sortBy: string;
  ascending: string;
  descending: string;
  selectAll: string;
  selectRow: (name: string) => string;
  selected: (count: number) => string;
  clearSelection: string;
  loadMore: string;
  /** "50 of 400", or "50" where the whole is not known. */
  shown: (count: number, total: number | null) => string;
  asTable: string;
};

export const uiWordsKey: InjectionKey<ComputedRef<UiWords>> = Symbol('milepost.ui-words');

/** The words provided by the application. Throws where it forgot to: a component must not fall back to one language. */
export function useUiWords(): ComputedRef<UiWords> {
  const words = inject(uiWordsKey);
  if (!words) throw new Error('Provide uiWordsKey before using a component of packages/ui.');
  return words;
}
