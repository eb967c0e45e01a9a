import { type ActionView, actionCauses, actionStatuses } from '@milepost/contract/actions';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const actionKind: RecordKind = {
  subject: 'action',
  room: 'actions',
  path: '/actions',
  place: '/plan/actions',
  order: 'dueOn',
};

/** The form with which an action is opened: fact, cause, action, by whom, until when, with which effect in the unit of its measure. */
export const newActionFieldsIn = (unit: ActionView['unit']): readonly FormField[] => [
  { key: 'fact', kind: 'long', isRequired: true, isWide: true },
  { key: 'cause', kind: 'choice', choices: actionCauses, isRequired: true },
  { key: 'causeNote', kind: 'text' },
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'ownerId', kind: 'reference', of: '/people', isRequired: true },
  { key: 'dueOn', kind: 'day', isRequired: true },
  { key: 'expectedMinor', kind: unit === 'money' ? 'money' : 'number', isRequired: true },
];

/** The form that changes one, and closes it. */
export const actionFieldsIn = (unit: ActionView['unit']): readonly FormField[] => [
  ...newActionFieldsIn(unit),
  { key: 'status', kind: 'choice', choices: actionStatuses, isRequired: true },
];
