import { buyingRoles, stances } from '@milepost/core/buying-centre/buying-centre';
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
  { key: 'buyingRole', kind: 'choice', choices: buyingRoles },
  { key: 'stance', kind: 'choice', choices: stances },
  { key: 'influence', kind: 'number' },
  { key: 'externalId', kind: 'text' },
  { key: 'notes', kind: 'long' },
];

/** The form of a contact of an account, who may report to another one there. */
export const contactFieldsAt = (accountId: string | null): readonly FormField[] =>
  accountId === null
    ? contactFields
    : [
        ...contactFields.filter(({ key }) => key !== 'notes'),
        {
          key: 'reportsToId',
          kind: 'reference',
          of: '/contacts',
          among: [{ field: 'accountId', op: 'is', value: accountId }],
        },
        ...contactFields.filter(({ key }) => key === 'notes'),
      ];
