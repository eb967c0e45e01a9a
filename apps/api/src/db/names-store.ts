import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import type { Db } from './open.ts';
import { sightBeside, sightOf } from './sight-store.ts';
import { visibleTo } from './visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
/** Kinds of records that have a name. */
export const named = [
  'person',
  'team',
  'product',
  'stage',
  'account',
  'contact',
  'lead',
  'opportunity',
  'target',
  'mix_plan',
  'event',
  'action',
  'talk_track',
  'custom_field',
  'skill',
  'role_profile',
  'rung',
  'certificate',
  'course',
  'case_study',
  'meeting',
  'role_play_scenario',
  'department',
  'issue',
  'renewal',
  'win_back_template',
  'risk',
] as const;
type Named = (typeof named)[number];
type Wanted = Partial<Record<Named, readonly (string | null)[]>>;
export type Names = ReadonlyMap<string, string>;

/** Names of the records that rows point to, one query a table; records out of the actor's sight have none. */
export async function namesOf(db: Db, actor: Actor, wanted: Wanted): Promise<Record<Named, Names>> {
  const found = Object.fromEntries(named.map((table) => [table, new Map()])) as unknown as Record<Named, Names>;
  for (const [table, mixed] of Object.entries(wanted) as [Named, readonly (string | null)[]][]) {
    const ids = [...new Set(mixed.filter((id) => id !== null))];
    if (ids.length === 0) continue;
    const query = (db as unknown as Kysely<Loose>)
      .selectFrom(table as string)
      .select(['id', 'name'])
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', ids)
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf[table], sightBeside[table])(eb));
    const rows = (await query.execute()) as { id: string; name: string }[];
    found[table] = new Map(rows.map((row) => [row.id, row.name]));
  }
  return found;
}

export const nameOf = (names: Names, id: string | null): { id: string; name: string } | null => {
  const name = id === null ? undefined : names.get(id);
  return id !== null && name !== undefined ? { id, name } : null;
};
