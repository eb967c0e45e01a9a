import { type CustomFieldView, type FieldSubject, fieldCondition } from '@milepost/contract/fields';
import type { CustomValue, FieldType } from '@milepost/core/fields/custom-field';
import type { Column } from '@milepost/ui/table-columns';
import type { Fact } from './fact.ts';
import type { FormField } from './form-fields.ts';

/** What a view of a record that bears tags and custom fields tells of them. */
export type Bearing = { tags?: readonly string[]; customFields?: Readonly<Record<string, CustomValue>> };
export type OwnField = Pick<CustomFieldView, 'id' | 'name' | 'type' | 'choices' | 'isRequired'>;
/** A value of a custom field in words. */
export type ValueWriting = (type: FieldType, value: unknown) => string | null;

const kindOf = ({ type, choices }: OwnField) =>
  type === 'choice' ? ({ kind: type, choices } as const) : ({ kind: type === 'boolean' ? 'maybe' : type } as const);

/** Tags and custom fields as fields of a form. */
export const formFieldsOf = (subject: FieldSubject, fields: readonly OwnField[]): FormField[] => [
  ...fields.map(
    (field): FormField => ({
      key: fieldCondition(field.id),
      label: field.name,
      isRequired: field.isRequired,
      ...kindOf(field),
    }),
  ),
  { key: 'tags', kind: 'tags', subject, isWide: true },
];
/** The same as fields of a filter: whatever is required, some records may lack it. */
export const filtersOf = (subject: FieldSubject, fields: readonly OwnField[]): FormField[] =>
  formFieldsOf(subject, fields).map((field) => ({ ...field, isRequired: false }));

export const columnsOf = (fields: readonly OwnField[], write: ValueWriting, tagsLabel: string): Column<Bearing>[] => [
  { key: 'tags', label: tagsLabel, text: ({ tags = [] }) => tags.join(', ') || null },
  ...fields.map(
    ({ id, name, type }): Column<Bearing> => ({
      key: fieldCondition(id),
      label: name,
      isNumeric: type === 'number' || type === 'money',
      text: ({ customFields = {} }) => write(type, customFields[id] ?? null),
    }),
  ),
];

export const factsOf = (
  record: Bearing,
  fields: readonly OwnField[],
  write: ValueWriting,
  tagsLabel: string,
): Fact[] => [
  ...fields.map(({ id, name, type }) => ({ label: name, text: write(type, record.customFields?.[id] ?? null) })),
  { label: tagsLabel, text: record.tags?.join(', ') || null },
];

/** A record as a form reads it: each custom field under the name by which the form knows it. */
export const flat = (record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...record,
  ...Object.fromEntries(
    Object.entries((record as Bearing).customFields ?? {}).map(([id, value]) => [fieldCondition(id), value]),
  ),
});
/** What a form says as it is sent. */
export function nested(patch: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = Object.entries(patch).filter(([key]) => key.startsWith('field:'));
  const rest = Object.entries(patch).filter(([key]) => !key.startsWith('field:'));
  const customFields = Object.fromEntries(own.map(([key, value]) => [key.slice('field:'.length), value]));
  return { ...Object.fromEntries(rest), ...(own.length > 0 ? { customFields } : {}) };
}
/** Where the server names a field that stopped it → the field of the form. */
export const pathOf = (key: string): string =>
  key.startsWith('field:') ? `/customFields/${key.slice('field:'.length)}` : `/${key}`;
