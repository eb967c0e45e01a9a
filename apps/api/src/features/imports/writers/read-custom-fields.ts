import { type CustomValue, checkValue } from '@milepost/core/fields/custom-field';
import { longestTag, mostTags, readTags } from '@milepost/core/fields/tags';
import type { FieldColumns } from '../../../db/tables/fields.ts';
import { columnsOfFields } from '../../fields/record-fields-store.ts';
import type { FieldInUse } from '../../fields/store.ts';
import type { ImportRun, ReadRecord } from '../import-run.ts';
import { importField } from '../kinds/custom-fields.ts';

/** A custom field as its row says it; undefined when the cell says nothing or the row was rejected for it. */
function customValueOf(run: ImportRun, row: ReadRecord, { id, type, choices }: FieldInUse): CustomValue | undefined {
  const field = importField(id);
  const said = row.values[field];
  if (said === undefined || said === null) return undefined;
  if (typeof said === 'boolean') return said;
  if (type === 'money') return run.minor(row, field) ?? undefined;
  const text = run.text(row, field);
  if (text === null) return undefined;
  const check = checkValue({ type, choices }, type === 'number' ? Number(text) : text);
  if (check.status === 'ok') return check.value ?? undefined;
  // A cell that was read as its type fails here for its size only.
  run.reject(row, field, text, check.because === 'too-large' ? 'too-large' : 'too-long');
  return undefined;
}

/** Tags and custom fields of a row, as columns: only those about which it says something. */
export function readCustomFields(run: ImportRun, row: ReadRecord): Partial<FieldColumns> {
  const tags = readTags(run.text(row, 'tags') ?? '');
  const long = tags.find((tag) => tag.length > longestTag);
  if (long !== undefined || tags.length > mostTags)
    run.reject(row, 'tags', long ?? run.text(row, 'tags') ?? '', 'too-long');
  const values = Object.fromEntries(
    run.fields.flatMap((field) => {
      const value = customValueOf(run, row, field);
      return value === undefined ? [] : [[field.id, value]];
    }),
  );
  const { tags: tagged, custom_fields } = columnsOfFields(tags, values);
  return { ...(tagged === null ? {} : { tags: tagged }), ...(custom_fields === null ? {} : { custom_fields }) };
}
