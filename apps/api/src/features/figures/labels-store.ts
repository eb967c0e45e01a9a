import type { Dimension } from '@milepost/contract/figures';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { sightOf } from '../../db/sight-store.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
type Named = 'person' | 'team' | 'product' | 'account' | 'event';

/** A record behind a row: its name, and what tells it from another of the same name. */
export type Label = { id: string; name: string; mark: string };

/** Dimensions whose stored value is the id of a record. */
const tableOf: Partial<Record<Dimension, Named>> = {
  rep: 'person',
  manager: 'person',
  team: 'team',
  product: 'product',
  account: 'account',
  event: 'event',
};
const marks: Readonly<Record<Named, readonly string[]>> = {
  person: ['external_id', 'email'],
  team: [],
  product: ['external_id'],
  account: ['external_id'],
  event: ['starts_on'],
};
const idsAtOnce = 5000;

/**
 * The records behind the stored values of a dimension, by id; null where the dimension's values are words of their own.
 * Records out of sight are left out.
 */
export async function labelsOf(
  db: Db,
  actor: Actor,
  by: Dimension,
  ids: readonly string[],
): Promise<Map<string, Label> | null> {
  const table = tableOf[by];
  if (!table) return null;
  const labels = new Map<string, Label>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const rows = (await (db as unknown as Kysely<Loose>)
      .selectFrom(table as string)
      .select(['id', 'name', ...marks[table]])
      .where('org_id', '=', actor.orgId)
      .where('id', 'in', ids.slice(from, from + idsAtOnce))
      .where((eb: ExpressionBuilder<Loose, string>) => visibleTo(actor, sightOf[table])(eb))
      .execute()) as Record<string, unknown>[];
    for (const row of rows) {
      const mark = marks[table].map((column) => row[column]).find((value) => value !== null && value !== '');
      labels.set(String(row['id']), {
        id: String(row['id']),
        name: String(row['name']),
        mark: String(mark ?? row['id']),
      });
    }
  }
  return labels;
}
