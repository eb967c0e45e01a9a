import { type SatisfactionScore, satisfactionScales } from '@milepost/contract/satisfaction';
import { defineQueryOptions } from '@pinia/colada';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const satisfactionKind: RecordKind = {
  ...{ subject: 'satisfaction', room: 'satisfaction', path: '/satisfaction', place: '/review/satisfaction' },
  order: '-onDay',
};
export const answerFields: readonly FormField[] = [
  { key: 'onDay', kind: 'day', isRequired: true },
  { key: 'scale', kind: 'choice', choices: satisfactionScales, isRequired: true },
  { key: 'score', kind: 'number', isRequired: true },
  { key: 'contactId', kind: 'reference', of: '/contacts' },
  { key: 'words', kind: 'long', isWide: true },
];
export const newAnswerFields: readonly FormField[] = [
  { key: 'accountId', kind: 'reference', of: '/accounts', isRequired: true, isWide: true },
  ...answerFields,
];

export const scoreQuery = defineQueryOptions(({ from, to }: { from: string; to: string }) => ({
  key: ['satisfaction-score', from, to],
  query: ({ signal }) => http.get<SatisfactionScore>('/satisfaction-score', { query: { from, to }, signal }),
}));
