import type { ChangeView } from '@milepost/contract/changes';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import { type Names, named, nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import { apiKeys } from '../api-keys/store.ts';

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
    before: row.before === null ? null : fromJson(row.before),
    after: row.after === null ? null : fromJson(row.after),
    reason: row.reason,
    people: namesIn(row, names.person),
  }));
}
