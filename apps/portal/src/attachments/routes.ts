import type { AttachedTo } from '@milepost/contract/attachments';
import { defineComponent, h } from 'vue';
import type { BesideRecord, RecordSearch } from '../frame/features.ts';

/** The card of files on the page of one kind of record. */
const cardOf = (recordKind: AttachedTo) => async () => {
  const { default: FilesCard } = await import('./FilesCard.vue');
  return defineComponent({
    props: { recordId: { type: String, required: true } },
    setup:
      ({ recordId }) =>
      () =>
        h(FilesCard, { recordKind, recordId }),
  });
};

export const besideRecords: readonly BesideRecord[] = (
  ['account', 'contact', 'lead', 'opportunity', 'course'] as const
).map((subject) => ({ subject, order: 60, component: cardOf(subject) }));

export const search: readonly RecordSearch[] = [
  { kind: 'attachment', labelKey: 'attachments.title', icon: 'i-lucide-paperclip', order: 55 },
];
