import type { Actor } from '../../auth/actor.ts';
import type { Names } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';

type Ids = readonly (string | null)[];

/**
 * Names of the people and departments of issues. Asked past the predicate: whoever sees an issue knows with whom they have to do, also a
 * member of a department, who sees no list of people. What an issue is about is asked by the predicate, as everywhere.
 */
export async function partyNames(
  db: Db,
  { orgId }: Actor,
  { person, department }: { person: Ids; department: Ids },
): Promise<{ person: Names; department: Names }> {
  const read = async (table: 'person' | 'department', mixed: Ids): Promise<Names> => {
    const ids = [...new Set(mixed.filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('org_id', '=', orgId)
      .where('id', 'in', ids)
      .execute();
    return new Map(rows.map(({ id, name }) => [id, name]));
  };
  return { person: await read('person', person), department: await read('department', department) };
}
