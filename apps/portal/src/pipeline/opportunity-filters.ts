import type { FormField } from '../records/form-fields.ts';

/** What the board and the table of deals can be asked for. */
export const opportunityFilters: readonly FormField[] = [
  { key: 'ownerId', kind: 'reference', of: '/people' },
  { key: 'accountId', kind: 'reference', of: '/accounts' },
  { key: 'stageId', kind: 'reference', of: '/stages', isRequired: true },
  { key: 'productId', kind: 'reference', of: '/products' },
  { key: 'expectedCloseOn', kind: 'day' },
  { key: 'closedOn', kind: 'day' },
  { key: 'amountMinor', kind: 'money' },
  { key: 'currency', kind: 'text', isRequired: true },
  { key: 'backupId', kind: 'reference', of: '/people' },
  { key: 'eventId', kind: 'reference', of: '/events' },
  { key: 'openedOn', kind: 'day' },
  { key: 'externalId', kind: 'text' },
];
