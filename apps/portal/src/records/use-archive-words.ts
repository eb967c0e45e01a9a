import { useI18n } from 'vue-i18n';
import type { RecordKind } from './record-kind.ts';

/** Words for taking a record away and back: those of its room where it has its own (a sale is withdrawn), else everybody's. */
export function useArchiveWords({ room }: Pick<RecordKind, 'room'>) {
  const { t, te } = useI18n();
  return (key: 'archive' | 'archived' | 'isArchived' | 'restore' | 'restored'): string =>
    te(`${room}.${key}`) ? t(`${room}.${key}`) : t(`records.${key}`);
}
