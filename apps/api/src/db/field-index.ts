import { fieldSubjects, hasFields } from '@milepost/contract/fields';
import type { Condition } from '@milepost/contract/page';
import type { CustomValue, CustomValues } from '@milepost/core/fields/custom-field';
import { foldName } from '@milepost/core/identity/fold-name';
import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import { fromJson } from './columns.ts';
import type { Db } from './open.ts';
import type { FieldValueTable } from './tables/fields.ts';

type Loose = Record<string, Record<string, unknown>>;
type Bearing = { org_id: string; id: string; tags: string | null; custom_fields: string | null };

const rowsAtOnce = 500;
export const tagsField = 'tags';

/** Texts are compared folded, days as they are: what folds away their hyphens would leave them without an order. */
const textKey = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : foldName(text).slice(0, 200));

type Place = Pick<FieldValueTable, 'org_id' | 'subject' | 'record_id'>;
const entryOf = (place: Place, fieldId: string, position: number, value: CustomValue): FieldValueTable => ({
  ...place,
  field_id: fieldId,
  position,
  text: typeof value === 'string' ? value : null,
  text_key: typeof value === 'string' ? textKey(value) : null,
  number: typeof value === 'string' ? null : Number(value),
});

function entriesOf(subject: string, row: Bearing): FieldValueTable[] {
  const place = { org_id: row.org_id, subject, record_id: row.id };
  const tags = row.tags === null ? [] : fromJson<string[]>(row.tags);
  const values = row.custom_fields === null ? {} : fromJson<CustomValues>(row.custom_fields);
  return [
    ...tags.map((tag, at) => entryOf(place, tagsField, at, tag)),
    ...Object.entries(values).map(([id, value]) => entryOf(place, id, 0, value)),
  ];
}

async function enter(db: Db, entries: readonly FieldValueTable[]): Promise<void> {
  for (let from = 0; from < entries.length; from += rowsAtOnce)
    await db
      .insertInto('field_value')
      .values(entries.slice(from, from + rowsAtOnce))
      .execute();
}

const bearingRows = (db: Db, subject: string) =>
  (db as unknown as Kysely<Loose>).selectFrom(subject).select(['org_id', 'id', 'tags', 'custom_fields']);

const saysFields = (json: string | null): boolean =>
  json !== null && (json.includes('"tags":"') || json.includes('"custom_fields":"'));

type Written = { subject: string; record_id: string; action: string; before: string | null; after: string | null };

/** Enters anew the tags and values of records whose changes say something about them, as they stand at the end of their transaction. */
export async function indexFields(db: Db, orgId: string, changes: readonly Written[]): Promise<void> {
  const touched = changes.filter(
    ({ subject, action, before, after }) =>
      hasFields(subject) && (action === 'erased' || saysFields(before) || saysFields(after)),
  );
  for (const [subject, some] of Map.groupBy(touched, (one) => one.subject)) {
    const ids = [...new Set(some.map((one) => one.record_id))];
    for (let from = 0; from < ids.length; from += rowsAtOnce) {
      const within = ids.slice(from, from + rowsAtOnce);
      await db
        .deleteFrom('field_value')
        .where('org_id', '=', orgId)
        .where('subject', '=', subject)
        .where('record_id', 'in', within)
        .execute();
      const rows = await bearingRows(db, subject).where('org_id', '=', orgId).where('id', 'in', within).execute();
      await enter(
        db,
        (rows as Bearing[]).flatMap((row) => entriesOf(subject, row)),
      );
    }
  }
}

/** Enters everything anew, after a backup was read back: what is made from records is not in it. */
export async function indexAllFields(db: Db): Promise<void> {
  await db.deleteFrom('field_value').execute();
  for (const subject of fieldSubjects) {
    const rows = await bearingRows(db, subject)
      .where((eb) => eb.or([eb('tags', 'is not', null), eb('custom_fields', 'is not', null)]))
      .execute();
    await enter(
      db,
      (rows as Bearing[]).flatMap((row) => entriesOf(subject, row)),
    );
  }
}

/** The field of the index that a condition is about; null when it is about a column. */
export const indexedField = ({ field }: Pick<Condition, 'field'>): string | null =>
  field === tagsField ? tagsField : field.startsWith('field:') ? field.slice('field:'.length) : null;

/** A condition about a tag or a custom field: which records have an entry of the index that fulfils it. */
export const meetsField =
  (fieldId: string, { op, value = null }: Condition, { orgId, subject }: { orgId: string; subject: string }) =>
  (eb: ExpressionBuilder<Loose, string>) => {
    const entries = (eb as unknown as ExpressionBuilder<{ field_value: FieldValueTable }, never>)
      .selectFrom('field_value')
      .select('field_value.record_id')
      .where('field_value.org_id', '=', orgId)
      .where('field_value.subject', '=', subject)
      .where('field_value.field_id', '=', fieldId);
    const having = (is: boolean, rows: typeof entries) => eb('id', is ? 'in' : 'not in', rows as never);
    if (op === 'empty' || op === 'not-empty') return having(op === 'not-empty', entries);
    const said = Array.isArray(value) ? value : [value];
    // "Is unknown" and "is not unknown"; one of nothing is nothing.
    if (value === null) return having(op === 'is-not', entries);
    if (said.length === 0) return sql<SqlBool>`1 = 0`;
    const isText = typeof said[0] === 'string';
    const column = isText ? 'field_value.text_key' : 'field_value.number';
    const keys = said.map((one) => (typeof one === 'string' ? textKey(one) : Number(one)));
    if (op === 'contains')
      return having(
        true,
        entries.where(
          sql<SqlBool>`field_value.text_key like ${`%${String(keys[0]).replace(/[!%_]/g, (mark) => `!${mark}`)}%`} escape '!'`,
        ),
      );
    if (op === 'gte' || op === 'lte')
      return having(true, entries.where(column, op === 'gte' ? '>=' : '<=', keys[0] as never));
    return having(op !== 'is-not', entries.where(column, 'in', keys as never[]));
  };
