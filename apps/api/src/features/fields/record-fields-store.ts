import type { FieldSubject } from '@milepost/contract/fields';
import {
  type CustomValue,
  type CustomValues,
  checkValue,
  missingFields,
  patchValues,
} from '@milepost/core/fields/custom-field';
import { mostTags, retag, tidyTags } from '@milepost/core/fields/tags';
import { fromJson, toJson } from '../../db/columns.ts';
import type { FieldColumns } from '../../db/tables/fields.ts';
import type { Work } from '../../db/work.ts';
import { Failure } from '../../http/failure.ts';
import { type FieldInUse, fieldsInUse } from './store.ts';

/** What is sent of tags and custom fields with a record. */
export type FieldsSaid = {
  tags?: readonly string[] | undefined;
  customFields?: Readonly<Record<string, CustomValue | null>> | undefined;
};

/** A record of which nothing of the kind is known yet. */
export const noFields: FieldColumns = { tags: null, custom_fields: null };

export const tagsOf = ({ tags }: Pick<FieldColumns, 'tags'>): string[] =>
  tags === null ? [] : fromJson<string[]>(tags);
export const valuesOf = ({ custom_fields: values }: Pick<FieldColumns, 'custom_fields'>): CustomValues =>
  values === null ? {} : fromJson<CustomValues>(values);

/** Columns as the wire has them. */
export const fieldViews = (row: FieldColumns) => ({ tags: tagsOf(row), customFields: { ...valuesOf(row) } });

const tagsColumn = (tags: readonly string[]): string | null => (tags.length === 0 ? null : toJson(tags));
const valuesColumn = (values: CustomValues): string | null =>
  Object.keys(values).length === 0 ? null : toJson(values);

const required = ({ id, name }: Pick<FieldInUse, 'id' | 'name'>) => ({
  path: `/customFields/${id}`,
  code: 'required',
  message: name,
  value: name,
});

/** Checks what is said of custom fields. @throws Failure `invalid-input` naming each field and why */
function checked(fields: readonly FieldInUse[], said: NonNullable<FieldsSaid['customFields']>) {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const issues = [];
  const values: Record<string, CustomValue | null> = {};
  for (const [id, value] of Object.entries(said)) {
    const field = byId.get(id);
    const check = field && checkValue(field, value);
    if (check?.status === 'ok') values[id] = check.value;
    else
      issues.push({
        path: `/customFields/${id}`,
        code: check?.status === 'refused' ? check.because : 'unknown-field',
        message: field?.name ?? 'no such field in use',
      });
  }
  if (issues.length > 0) throw new Failure('invalid-input', { issues });
  return values;
}

/**
 * What was said of tags and custom fields → columns. `before` is the record as it stands, null of a new one: that must say every
 * required field, while of one that is there only what is said is asked for, so that a change of something else is never held up.
 * @throws Failure `invalid-input` with each field that is refused, unknown or missing
 */
export async function fieldColumns(
  work: Pick<Work, 'db' | 'actor'>,
  subject: FieldSubject,
  { tags, customFields: said }: FieldsSaid,
  before: FieldColumns | null,
): Promise<Partial<FieldColumns>> {
  const columns: Partial<FieldColumns> = tags === undefined ? {} : { tags: tagsColumn(tidyTags(tags)) };
  if (before !== null && said === undefined) return columns;
  const fields = await fieldsInUse(work.db, work.actor.orgId, subject);
  const patch = checked(fields, said ?? {});
  const values = patchValues(before === null ? {} : valuesOf(before), patch);
  const missing = missingFields(fields, values).filter(({ id }) => before === null || id in patch);
  if (missing.length > 0) throw new Failure('invalid-input', { issues: missing.map(required) });
  return said === undefined ? columns : { ...columns, custom_fields: valuesColumn(values) };
}

/** A record that becomes more must say what is required of it. @throws Failure `invalid-input` naming what is missing */
export async function demandRequired(
  work: Pick<Work, 'db' | 'actor'>,
  subject: FieldSubject,
  row: FieldColumns,
): Promise<void> {
  const missing = missingFields(await fieldsInUse(work.db, work.actor.orgId, subject), valuesOf(row));
  if (missing.length > 0) throw new Failure('invalid-input', { issues: missing.map(required) });
}

/** Tags with some added and taken away, as a record would be sent. @throws Failure `invalid-input` when they become too many */
export function retagged(row: FieldColumns, change: { add: readonly string[]; remove: readonly string[] }): string[] {
  const tags = retag(tagsOf(row), change);
  if (tags.length > mostTags)
    throw new Failure('invalid-input', {
      issues: [{ path: '/tags', code: 'too-many-tags', message: `at most ${mostTags}`, value: String(mostTags) }],
    });
  return tags;
}

/** What one record says beyond another: tags of both, and values that the first does not know. */
export function fieldsTogether(first: FieldColumns, other: FieldColumns): FieldColumns {
  return {
    tags: tagsColumn(retag(tagsOf(first), { add: tagsOf(other) }).slice(0, mostTags)),
    custom_fields: valuesColumn(patchValues(valuesOf(other), valuesOf(first))),
  };
}

/** What a file says beside what is known: its tags are added, its values count. */
export const fieldsOver = (known: FieldColumns, said: Partial<FieldColumns>): Partial<FieldColumns> => ({
  ...(said.tags ? { tags: fieldsTogether(known, { ...noFields, tags: said.tags }).tags } : {}),
  ...(said.custom_fields
    ? { custom_fields: valuesColumn(patchValues(valuesOf(known), fromJson<CustomValues>(said.custom_fields))) }
    : {}),
});

export const columnsOfFields = (tags: readonly string[], values: CustomValues): FieldColumns => ({
  tags: tagsColumn(tags),
  custom_fields: valuesColumn(patchValues({}, values)),
});
