import type { CustomFieldPatch, FieldSubject } from '@milepost/contract/fields';
import { foldName } from '@milepost/core/identity/fold-name';
import { flag, fromJson, toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { CustomFieldTable } from '../../db/tables/fields.ts';

/** Custom fields are known to everybody of the organisation. */
export const customFields = {
  ...recordStore({
    table: 'custom_field',
    sort: {
      position: 'position',
      name: 'name_key',
      subject: 'subject',
      createdAt: 'created_at',
      updatedAt: 'updated_at',
    },
    filter: { subject: 'subject', type: 'type', name: 'name_key' },
    search: ['name_key'],
  }),

  /** The fields in use of a kind of record, in their order. */
  of: (db: Db, orgId: string, subject: FieldSubject): Promise<CustomFieldTable[]> =>
    db
      .selectFrom('custom_field')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('subject', '=', subject)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute(),

  /** Fields by their ids, archived ones too: a change tells of them by name for good. */
  named: async (db: Db, orgId: string, ids: readonly string[]): Promise<Map<string, CustomFieldTable>> =>
    new Map(
      ids.length === 0
        ? []
        : (
            await db
              .selectFrom('custom_field')
              .selectAll()
              .where('org_id', '=', orgId)
              .where('id', 'in', [...ids])
              .execute()
          ).map((row) => [row.id, row]),
    ),
};

/** A row as the rules know a field. */
export const fieldOf = (row: CustomFieldTable) => ({
  id: row.id,
  name: row.name,
  type: row.type,
  choices: fromJson<string[]>(row.choices),
  isRequired: row.is_required === 1,
});
export type FieldInUse = ReturnType<typeof fieldOf>;

/** The fields in use of a kind of record, as the rules know them. */
export const fieldsInUse = async (db: Db, orgId: string, subject: FieldSubject): Promise<FieldInUse[]> =>
  (await customFields.of(db, orgId, subject)).map(fieldOf);

/** What was sent → columns, with the folded name. */
export const customFieldColumns = ({
  name,
  choices,
  isRequired,
  position,
}: CustomFieldPatch): Partial<CustomFieldTable> => ({
  ...(name === undefined ? {} : { name, name_key: foldName(name) }),
  ...(choices === undefined ? {} : { choices: toJson([...new Set(choices)]) }),
  ...(isRequired === undefined ? {} : { is_required: flag(isRequired) }),
  ...(position === undefined ? {} : { position }),
});
