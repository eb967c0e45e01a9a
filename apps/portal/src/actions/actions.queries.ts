import { actionCauses, actionStatuses } from '@milepost/contract/actions';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const actionKind: RecordKind = {
  subject: 'action',
  room: 'actions',
  path: '/actions',
  place: '/plan/actions',
  order: 'dueOn',
};

/** The form with which an action is opened: fact, cause, action, by whom, until when, with which effect. */
export const newActionFields: readonly FormField[] = [
  { key: 'fact', kind: 'long', isRequired: true, isWide: true },
  { key: 'cause', kind: 'choice', choices: actionCauses, isRequired: true },
  { key: 'causeNote', kind: 'text' },
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'ownerId', kind: 'reference', of: '/people', isRequired: true },
  { key: 'dueOn', kind: 'day', isRequired: true },
  { key: 'expectedMinor', kind: 'money', isRequired: true },
];

/** The form that changes one, and closes it. */
export const actionFields: readonly FormField[] = [
  ...newActionFields,
  { key: 'status', kind: 'choice', choices: actionStatuses, isRequired: true },
];
