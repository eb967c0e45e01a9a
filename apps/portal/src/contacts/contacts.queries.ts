import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const contactKind: RecordKind = { subject: 'contact', room: 'contacts', path: '/contacts', place: '/contacts' };

/** The form of a contact. */
export const contactFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'title', kind: 'text' },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'email', kind: 'email' },
  { key: 'phone', kind: 'text' },
  { key: 'externalId', kind: 'text' },
  { key: 'notes', kind: 'long' },
];
