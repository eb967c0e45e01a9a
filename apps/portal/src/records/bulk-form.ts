import type { BulkDeed, BulkDeedKind } from '@milepost/contract/bulk-edit';
import type { CustomValue } from '@milepost/core/fields/custom-field';
import { readTags } from '@milepost/core/fields/tags';
import type { Reference } from './form-fields.ts';

/** What the form of a bulk edit holds; each deed asks for some of it. */
export type BulkForm = {
  person: Reference | null;
  status: string;
  reason: string;
  stageId: string;
  closedOn: string;
  add: string;
  remove: string;
  /** The field that is set, and its value as the wire has it: undefined is text that cannot be read. */
  fieldId: string;
  value: CustomValue | null | undefined;
};

export const emptyBulkForm = (): BulkForm => ({
  ...{ person: null, status: '', reason: '', stageId: '', closedOn: '', add: '', remove: '', fieldId: '', value: null },
});

/** The deed as it is sent; null while the form lacks something. An owner may be nobody. */
export function deedOf(kind: BulkDeedKind, form: BulkForm, { needsReason }: { needsReason: boolean }): BulkDeed | null {
  const { person, status, reason, stageId, closedOn, fieldId, value } = form;
  switch (kind) {
    case 'owner':
      return { kind, ownerId: person?.id ?? null };
    case 'backup':
      return { kind, backupId: person?.id ?? null };
    case 'status':
      if (status === '' || (needsReason && reason.trim() === '')) return null;
      return { kind, status, ...(needsReason ? { reason: reason.trim() } : {}) };
    case 'stage':
      return stageId === '' ? null : { kind, stageId, ...(closedOn === '' ? {} : { closedOn }) };
    case 'tags': {
      const [add, remove] = [readTags(form.add), readTags(form.remove)];
      return add.length + remove.length === 0 ? null : { kind, add, remove };
    }
    case 'fields':
      return fieldId === '' || value === undefined ? null : { kind, customFields: { [fieldId]: value } };
    default:
      return { kind };
  }
}
