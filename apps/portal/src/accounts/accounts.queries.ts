import type { StatusEntryView } from '@milepost/contract/accounts';
import { accountStatuses } from '@milepost/core/accounts/life-cycle';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const accountKind: RecordKind = { subject: 'account', room: 'accounts', path: '/accounts', place: '/accounts' };

/** Where an account stood, the newest first. */
export const statusesQuery = (accountId: string) => ({
  key: ['account', 'statuses', accountId],
  query: ({ signal }: { signal: AbortSignal }) =>
    http.get<{ items: StatusEntryView[] }>(`/accounts/${accountId}/statuses`, { signal }),
});

/** The form of an account. */
export const accountFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'status', kind: 'choice', choices: accountStatuses },
  { key: 'statusReason', kind: 'text', isSaidOnce: true },
  { key: 'segment', kind: 'text' },
  { key: 'region', kind: 'text' },
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'backupId', kind: 'reference', of: '/people' },
  { key: 'website', kind: 'text' },
  { key: 'phone', kind: 'text' },
  { key: 'email', kind: 'email' },
  { key: 'employees', kind: 'number' },
  { key: 'annualRevenueMinor', kind: 'money' },
  { key: 'externalId', kind: 'text' },
  { key: 'parentId', kind: 'reference', of: '/accounts' },
  { key: 'address', kind: 'text', isWide: true },
  { key: 'notes', kind: 'long' },
];
