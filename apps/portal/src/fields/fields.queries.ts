import type { CustomFieldView, FieldSubject, TagsInUse } from '@milepost/contract/fields';
import { fieldSubjects } from '@milepost/contract/fields';
import type { Page } from '@milepost/contract/page';
import { fieldTypes } from '@milepost/core/fields/custom-field';
import { http } from '../http/http.ts';
import type { FormField } from '../records/form-fields.ts';
import type { RecordKind } from '../records/record-kind.ts';

export const customFieldKind: RecordKind = {
  subject: 'custom_field',
  room: 'fields',
  path: '/custom-fields',
  place: '/settings/fields',
  order: 'position',
};

/** The form of a custom field; what it is about and what it holds is said once. */
export const newCustomFieldFields: readonly FormField[] = [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  { key: 'subject', kind: 'choice', choices: fieldSubjects, isRequired: true },
  { key: 'type', kind: 'choice', choices: fieldTypes, isRequired: true },
  { key: 'choices', kind: 'words', isWide: true },
  { key: 'isRequired', kind: 'flag' },
];
/** Only a choice has values to choose from. */
export const customFieldFieldsOf = ({ type }: Pick<CustomFieldView, 'type'>): readonly FormField[] => [
  { key: 'name', kind: 'text', isRequired: true, isWide: true },
  ...(type === 'choice' ? [{ key: 'choices', kind: 'words', isRequired: true, isWide: true } as const] : []),
  { key: 'isRequired', kind: 'flag' },
  { key: 'position', kind: 'number', isRequired: true },
];

/** The custom fields in use of a kind of record, in their order. */
export const customFieldsQuery = (subject: FieldSubject) => ({
  key: ['custom_field', 'of', subject],
  query: async ({ signal }: { signal: AbortSignal }) =>
    (
      await http.get<Page<CustomFieldView>>('/custom-fields', {
        query: {
          sort: 'position',
          limit: 200,
          filter: JSON.stringify([{ field: 'subject', op: 'is', value: subject }]),
        },
        signal,
      })
    ).items,
});

/** Tags in use that hold the text. */
export const tagsQuery = (subject: FieldSubject, q: string) => ({
  key: [subject, 'tags', q],
  query: async ({ signal }: { signal: AbortSignal }) =>
    (await http.get<TagsInUse>('/tags', { query: { subject, q }, signal })).items,
});
