import type { RecordSearch } from '../frame/features.ts';

/** An activity has no place of its own: it is shown at the record it is about. */
export const search: readonly RecordSearch[] = [
  { kind: 'activity', labelKey: 'activities.many', icon: 'i-lucide-message-square', order: 35 },
];
