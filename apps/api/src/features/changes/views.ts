import type { ChangeView } from '@milepost/contract/changes';
import { fieldCondition } from '@milepost/contract/fields';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { type Names, named, nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import type { CustomFieldTable } from '../../db/tables/fields.ts';
import { apiKeys } from '../api-keys/store.ts';
import { customFields } from '../fields/store.ts';

const peopleColumns = ['owner_id', 'backup_id', 'person_id', 'cover_id', 'manager_id'];

/** People whom a change names before or after. */
const peopleIn = ({ before, after }: ChangeTable): string[] => [
  ...new Set(
    [before, after].flatMap((state) => {
      const said = state === null ? {} : fromJson<Record<string, unknown>>(state);
      return peopleColumns.map((column) => said[column]).filter((id) => typeof id === 'string');
    }),
  ),
];

/** What a state says of tags and custom fields stands in its columns as JSON: told as words, and each field by itself. */
function toldApart(json: string | null): Record<string, unknown> | null {
  if (json === null) return null;
  const { tags, custom_fields: values, ...said } = fromJson<Record<string, unknown>>(json);
  return {
    ...said,
    ...(tags === undefined ? {} : { tags: typeof tags === 'string' ? fromJson<string[]>(tags).join(', ') : null }),
    ...(typeof values === 'string'
      ? Object.fromEntries(
          Object.entries(fromJson<Record<string, unknown>>(values)).map(([id, value]) => [fieldCondition(id), value]),
        )
      : {}),
  };
}
/** Both states of a change; a field that only one of them knows is unknown in the other, one that stayed is not told. */
function statesOf({ before, after }: ChangeTable) {
  const [was, is] = [toldApart(before), toldApart(after)];
  const fields = [was, is].flatMap((state) => Object.keys(state ?? {})).filter((key) => key.startsWith('field:'));
  const settle = (state: typeof was, other: typeof was) =>
    state &&
    Object.fromEntries([
      ...Object.entries(state).filter(
        ([key, value]) => !fields.includes(key) || other === null || other[key] !== value,
      ),
      ...fields.filter((key) => !(key in state)).map((key) => [key, null]),
    ]);
  return { before: settle(was, is), after: settle(is, was) };
}
const fieldIdsIn = (rows: readonly ChangeTable[]): string[] => [
  ...new Set(
    rows.flatMap(({ before, after }) =>
      [before, after].flatMap((json) => {
        const values = json === null ? null : fromJson<Record<string, unknown>>(json)['custom_fields'];
        return typeof values === 'string' ? Object.keys(fromJson<Record<string, unknown>>(values)) : [];
      }),
    ),
  ),
];

const fieldsNamed = (
  row: ChangeTable,
  fields: ReadonlyMap<string, CustomFieldTable>,
): Pick<ChangeView, 'customFields'> => {
  const ids = fieldIdsIn([row]).filter((id) => fields.has(id));
  if (ids.length === 0) return {};
  return {
    customFields: Object.fromEntries(
      ids.map((id) => {
        const { name, type } = fields.get(id) as CustomFieldTable;
        return [fieldCondition(id), { name, type }];
      }),
    ),
  };
};

const namesIn = (row: ChangeTable, names: Names): Record<string, string> =>
  Object.fromEntries(
    peopleIn(row).flatMap((id) => {
      const name = names.get(id);
      return name === undefined ? [] : [[id, name]];
    }),
  );

export async function changeViews(db: Db, actor: Actor, rows: readonly ChangeTable[]): Promise<ChangeView[]> {
  const idsOf = (subject: string) => rows.filter((row) => row.subject === subject).map((row) => row.record_id);
  const names = await namesOf(db, actor, {
    ...Object.fromEntries(named.map((subject) => [subject, idsOf(subject)])),
    person: [...idsOf('person'), ...rows.flatMap((row) => [row.actor_id, ...peopleIn(row)])],
  });
  const keys = await apiKeys.names(
    db,
    actor.orgId,
    rows.map((row) => row.api_key_id),
  );
  const fields = await customFields.named(db, actor.orgId, fieldIdsIn(rows));
  const namesBySubject: Readonly<Record<string, Names>> = names;
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: nameOf(names.person, row.actor_id),
    apiKey: row.api_key_id === null ? null : { id: row.api_key_id, name: keys.get(row.api_key_id) ?? '' },
    subject: row.subject,
    recordId: row.record_id,
    name: namesBySubject[row.subject]?.get(row.record_id) ?? null,
    action: row.action,
    version: row.version,
    ...statesOf(row),
    reason: row.reason,
    people: namesIn(row, names.person),
    ...fieldsNamed(row, fields),
  }));
}
