import type { Kysely } from 'kysely';
import { tables } from './dump-store.ts';
import type { Db } from './open.ts';

type Loose = Record<string, Record<string, unknown>>;
type Row = Record<string, unknown>;

/** What opens a door: it stays in the house, whoever takes the rest out. */
const doors: Readonly<Record<string, 'all' | readonly string[]>> = {
  auth_user: 'all',
  auth_account: 'all',
  invitation: 'all',
  webhook_secret: 'all',
  api_key: ['secret_hash'],
};

const rowsAtOnce = 1000;

/** Tables of one organisation's rows; its own row stands in `organisation`. */
export const tablesOfOrganisation: readonly string[] = tables.filter((table) => doors[table] !== 'all');

/**
 * Every row that an organisation has in a table, a thousand at a time where rows have an id, without what opens a door.
 * Each batch is read by itself: whoever works meanwhile is not kept waiting.
 */
export async function* rowsOfOrganisation(db: Db, orgId: string, table: string): AsyncGenerator<Row> {
  const loose = db as unknown as Kysely<Loose>;
  const hidden = doors[table] ?? [];
  const shown = (row: Row): Row =>
    hidden === 'all' ? {} : Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column)));
  if (hidden === 'all') return;
  if (table === 'organisation') {
    for (const row of await loose.selectFrom(table).selectAll().where('id', '=', orgId).execute()) yield shown(row);
    return;
  }
  let after: string | undefined;
  for (;;) {
    let rows = loose.selectFrom(table).selectAll().where('org_id', '=', orgId);
    if (after !== undefined) rows = rows.where('id', '>', after);
    const hasId = after !== undefined || (await columnsOf(db, table)).has('id');
    const batch = hasId ? await rows.orderBy('id').limit(rowsAtOnce).execute() : await rows.execute();
    for (const row of batch) yield shown(row);
    const last = batch.at(-1)?.['id'];
    if (!hasId || batch.length < rowsAtOnce || typeof last !== 'string') return;
    after = last;
  }
}

const known = new WeakMap<Db, Promise<ReadonlyMap<string, ReadonlySet<string>>>>();

/** The columns of a table, as the database has them. */
export async function columnsOf(db: Db, table: string): Promise<ReadonlySet<string>> {
  const all =
    known.get(db) ??
    db.introspection
      .getTables()
      .then(
        (found) => new Map(found.map(({ name, columns }) => [name, new Set(columns.map((column) => column.name))])),
      );
  known.set(db, all);
  return (await all).get(table) ?? new Set();
}
