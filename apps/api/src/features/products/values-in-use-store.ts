import type { ValuesInUse } from '@milepost/contract/products';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;
const loose = (db: Db) => db as unknown as Kysely<Loose>;
const seen = (actor: Actor, by: readonly string[]) => (eb: ExpressionBuilder<Loose, string>) =>
  visibleTo(actor, by)(eb);

/** The values of a column of records in sight, with the number of records that carry each. */
async function counted(db: Db, actor: Actor, table: 'product' | 'account', column: 'line' | 'segment') {
  const rows = (await loose(db)
    .selectFrom(table as string)
    .select((eb) => [column, eb.fn.countAll<number>().as('n')])
    .where('org_id', '=', actor.orgId)
    .where('archived_at', 'is', null)
    .where(column, 'is not', null)
    .where(seen(actor, table === 'product' ? [] : ['owner_id', 'backup_id']))
    .groupBy(column)
    .execute()) as Record<string, unknown>[];
  return new Map(rows.map((row) => [String(row[column]), Number(row['n'])]));
}

/** The values that sales in sight carry although no record does any more, or ever did. */
async function sold(db: Db, actor: Actor, column: 'line' | 'segment') {
  const rows = (await loose(db)
    .selectFrom('fact_day')
    .select(column)
    .distinct()
    .where('org_id', '=', actor.orgId)
    .where('measure', '=', 'revenue')
    .where(column, '!=', '')
    .where((eb) => {
      const own = seen(actor, ['person_id'])(eb);
      return actor.role === 'manager' ? eb.or([own, eb('person_id', '=', '')]) : own;
    })
    .execute()) as Record<string, unknown>[];
  return rows.map((row) => String(row[column]));
}

async function inUse(db: Db, actor: Actor, table: 'product' | 'account', column: 'line' | 'segment') {
  const counts = await counted(db, actor, table, column);
  for (const value of await sold(db, actor, column)) if (!counts.has(value)) counts.set(value, 0);
  const items = [...counts].map(([value, count]) => ({ value, count }));
  return { items: items.sort((a, b) => (a.value < b.value ? -1 : 1)) } satisfies ValuesInUse;
}

/** Product lines with the number of products of each; 0 where only sales carry it. */
export const linesInUse = (db: Db, actor: Actor): Promise<ValuesInUse> => inUse(db, actor, 'product', 'line');

/** Customer segments with the number of accounts in sight of each; 0 where only sales carry it. */
export const segmentsInUse = (db: Db, actor: Actor): Promise<ValuesInUse> => inUse(db, actor, 'account', 'segment');
