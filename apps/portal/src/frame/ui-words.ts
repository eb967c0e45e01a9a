import type { UiWords } from '@milepost/ui/words';
import { type ComputedRef, computed } from 'vue';
import { i18n } from '../i18n/i18n.ts';

/** The words of packages/ui in the running language. */
export function uiWords(): ComputedRef<UiWords> {
  const { t, n, locale } = i18n.global;
  const word = (key: string, named: Record<string, string> = {}): string => t(`frame.ui.${key}`, named);
  return computed(() => ({
    locale: locale.value,
    retry: word('retry'),
    cancel: word('cancel'),
    code: (code) => word('code', { code }),
    unknown: word('unknown'),
    openWhy: (label, exact) => word('openWhy', { label, exact }),
    loading: word('loading'),
    columns: word('columns'),
    sortBy: word('sortBy'),
    ascending: word('ascending'),
    descending: word('descending'),
    selectAll: word('selectAll'),
    selectRow: (name) => word('selectRow', { name }),
    selected: (count) => t('frame.ui.selected', { count: n(count) }, count),
    clearSelection: word('clearSelection'),
    loadMore: word('loadMore'),
    shown: (count, total) =>
      total === null
        ? t('frame.ui.shown', { count: n(count) }, count)
        : word('shownOf', { count: n(count), total: n(total) }),
    asTable: word('asTable'),
  }));
}
