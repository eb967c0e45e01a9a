import { activityKinds, activityOutcomes, objectionKinds } from '@milepost/contract/activities';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

/** An activity has no place of its own: it is shown and changed at the record it is about. */
export const activityKind: RecordKind = { subject: 'activity', room: 'activities', path: '/activities', place: '' };

/** The form of a change. What an activity is about stays as it was logged. */
export const activityFields: readonly FormField[] = [
  { key: 'subject', kind: 'text', isRequired: true, isWide: true },
  { key: 'kind', kind: 'choice', choices: activityKinds, isRequired: true },
  { key: 'isDone', kind: 'flag' },
  { key: 'onDay', kind: 'day', isRequired: true },
  { key: 'startsAt', kind: 'time' },
  { key: 'minutes', kind: 'number' },
  { key: 'deadlineOn', kind: 'day' },
  { key: 'outcome', kind: 'choice', choices: activityOutcomes },
  { key: 'objection', kind: 'choice', choices: objectionKinds },
  { key: 'talkTrackId', kind: 'reference', of: '/talk-tracks' },
  { key: 'lane', kind: 'choice', choices: ['urgent', 'strategic'] },
  { key: 'needChange', kind: 'text', isWide: true },
  { key: 'body', kind: 'long' },
];
