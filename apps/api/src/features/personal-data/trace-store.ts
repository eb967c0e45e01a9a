import { type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely';
import type { Db } from '../../db/open.ts';

type Loose = Record<string, Record<string, unknown>>;
export type LooseRow = Readonly<Record<string, unknown>>;
/** A table of an organisation's rows, with the columns that hold text and those that point to records. */
export type OrgTable = {
  name: string;
  texts: readonly string[];
  nullable: ReadonlySet<string>;
  links: readonly string[];
  columns: readonly string[];
};

/** Words from lists of ours, hashes and instants: nobody is named there. */
const closed =
  /(^|_)id$|_at$|_on$|_hash$|^(org_id|state|status|kind|source|role|category|currency|scope|action|event|day)$/;
/** Tables whose `subject` is the name of a table. */
const withSubject = new Set(['change', 'import_record', 'alias', 'erasure', 'saved_view', 'webhook_delivery']);

/** Every table that holds rows of organisations, asked of the database itself: none can be forgotten. */
export async function orgTables(db: Db): Promise<OrgTable[]> {
  const tables = await db.introspection.getTables();
  return tables
    .filter(({ columns, isView, name: table }) => {
      // What the search knows is made again from the rows.
      return !isView && table !== 'search_entry' && columns.some(({ name }) => name === 'org_id');
    })
    .map(({ name, columns }) => ({
      name,
      columns: columns.map((column) => column.name),
      nullable: new Set(columns.filter(({ isNullable }) => isNullable).map((column) => column.name)),
      texts: columns
        .filter(({ dataType }) => /char|text/i.test(dataType))
        .map((column) => column.name)
        .filter((column) => !closed.test(column) && !(column === 'subject' && withSubject.has(name))),
      links: columns
        .map((column) => column.name)
        .filter((column) => /(^|_)id$|_by$/.test(column) && column !== 'org_id'),
    }));
}

const loose = (db: Db) => db as unknown as Kysely<Loose>;
const idsAtOnce = 500;
const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** Rows that point to one of these records, by the columns given. */
export async function linkedRows(
  db: Db,
  orgId: string,
  { table, ids, by }: { table: OrgTable; ids: readonly string[]; by: readonly string[] },
): Promise<LooseRow[]> {
  if (by.length === 0) return [];
  const found: LooseRow[] = [];
  for (const some of chunks(ids, idsAtOnce))
    found.push(
      ...(await loose(db)
        .selectFrom(table.name)
        .selectAll()
        .where('org_id', '=', orgId)
        .where((eb) => eb.or(by.map((column) => eb(column, 'in', some))))
        .execute()),
    );
  return found;
}

/** Rows in whose text one of these traces stands, in any case. */
export async function rowsWithTrace(
  db: Db,
  orgId: string,
  { table, traces }: { table: OrgTable; traces: readonly string[] },
): Promise<LooseRow[]> {
  if (table.texts.length === 0 || traces.length === 0) return [];
  const asJson = traces.map((trace) => JSON.stringify(trace).slice(1, -1));
  const sought = [...new Set([...traces, ...asJson])];
  return loose(db)
    .selectFrom(table.name)
    .selectAll()
    .where('org_id', '=', orgId)
    .where((eb: ExpressionBuilder<Loose, string>) =>
      eb.or(
        table.texts.flatMap((column) =>
          sought.map((trace) => sql<SqlBool>`lower(${sql.ref(column)}) like ${like(trace)} escape '\\'`),
        ),
      ),
    )
    .execute();
}

/** Where a row without an id of its own is found again. */
const keyOf = (table: OrgTable, row: LooseRow): [string, unknown][] => {
  if (table.columns.includes('id')) return [['id', row['id']]];
  const parts = table.columns.filter((column) => /_id$|_key$|^(position|day|month|kind|subject|name)$/.test(column));
  return parts.filter((column) => column !== 'org_id').map((column) => [column, row[column]]);
};

/** Writes columns of one row, whatever table it stands in. */
export async function rewriteRow(
  db: Db,
  orgId: string,
  { table, row, columns }: { table: OrgTable; row: LooseRow; columns: LooseRow },
): Promise<void> {
  let update = loose(db).updateTable(table.name).set(columns).where('org_id', '=', orgId);
  for (const [column, value] of keyOf(table, row))
    update = value === null ? update.where(column, 'is', null) : update.where(column, '=', value);
  await update.execute();
}

/** Deletes the rows of a table that point to these records. @returns how many */
export async function deleteLinked(
  db: Db,
  orgId: string,
  { table, by, ids }: { table: string; by: string; ids: readonly string[] },
): Promise<number> {
  let count = 0;
  for (const some of chunks(ids, idsAtOnce)) {
    const gone = await loose(db).deleteFrom(table).where('org_id', '=', orgId).where(by, 'in', some).executeTakeFirst();
    count += Number(gone.numDeletedRows);
  }
  return count;
}

/** The tables of the auth library know no organisation: what they hold of one user goes. */
export async function deleteSignIn(db: Db, userId: string, email: string | null): Promise<void> {
  const tables = new Map((await db.introspection.getTables()).map((table) => [table.name, table.columns]));
  for (const table of ['auth_session', 'auth_account', 'auth_device_code', 'auth_verification']) {
    const column = tables.get(table)?.find(({ name }) => name === 'userId' || name === 'identifier')?.name;
    if (column === 'userId') await loose(db).deleteFrom(table).where(column, '=', userId).execute();
    else if (column && email) await loose(db).deleteFrom(table).where(column, 'like', `%${email}%`).execute();
  }
  await loose(db).deleteFrom('auth_user').where('id', '=', userId).execute();
}
