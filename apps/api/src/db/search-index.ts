import { type AttachedTo, attachedTo } from '@milepost/contract/attachments';
import { searchText } from '@milepost/core/search/search-text';
import { type Kysely, PostgresAdapter, type SelectQueryBuilder, sql } from 'kysely';
import { flag } from './columns.ts';
import type { Db } from './open.ts';
import { peopleOfEntry, peopleSeeing, sightOfEntry } from './search-sight.ts';
import { isSearched, type Searched, type SearchedKind, searched, searchedKinds } from './searched.ts';
import { sightOf } from './sight-store.ts';
import type { SearchEntryTable } from './tables/search.ts';

type Loose = Record<string, Record<string, unknown>>;
type Row = Record<string, string | null>;

const rowsAtOnce = 500;
/** Longer texts are found by their beginning. */
const longest = 4000;
const longestKey = 200;

function entryOf(kind: SearchedKind, row: Row, number: number): SearchEntryTable | null {
  const { label: labels, note, text }: Searched = searched[kind];
  const label = labels.map((column) => row[column]).find((said) => said);
  if (!label || row['archived_at']) return null;
  const said = [label, ...text.map((column) => row[column])].filter(Boolean).join(' ');
  return {
    org_id: String(row['org_id']),
    kind,
    record_id: String(row['id']),
    number,
    ...sightOfEntry(kind, row),
    is_common: flag(peopleSeeing(kind).length === 0),
    label,
    note: note === null ? null : (row[note] ?? null),
    label_key: searchText(label).trim().slice(0, longestKey),
    folded: searchText(said.slice(0, longest)),
  };
}

/** Rows are numbered where the index of words is a table of its own: SQLite, whose one writer makes the next number free. */
async function lastNumber(db: Db): Promise<number> {
  if (db.getExecutor().adapter instanceof PostgresAdapter) return 0;
  const numbers = db.selectFrom('search_entry').select((eb) => eb.fn.max('number').as('last'));
  return Number((await numbers.executeTakeFirst())?.last ?? 0);
}

/** Enters rows as they stand; those without a name, and archived ones, are taken out. */
async function enter(db: Db, kind: SearchedKind, rows: readonly Row[]): Promise<void> {
  const last = await lastNumber(db);
  const entries = rows.map((row, place) => entryOf(kind, row, last + place + 1));
  const found = entries.filter((entry) => entry !== null);
  if (found.length > 0)
    await db
      .insertInto('search_entry')
      .values(found)
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'kind', 'record_id']).doUpdateSet((eb) => ({
          owner_id: eb.ref('excluded.owner_id'),
          backup_id: eb.ref('excluded.backup_id'),
          third_id: eb.ref('excluded.third_id'),
          fourth_id: eb.ref('excluded.fourth_id'),
          department_id: eb.ref('excluded.department_id'),
          label: eb.ref('excluded.label'),
          label_key: eb.ref('excluded.label_key'),
          note: eb.ref('excluded.note'),
          folded: eb.ref('excluded.folded'),
        })),
      )
      .execute();
  const out = rows.filter((_, place) => entries[place] === null);
  for (const [orgId, gone] of Map.groupBy(out, (row) => String(row['org_id'])))
    await db
      .deleteFrom('search_entry')
      .where('org_id', '=', orgId)
      .where('kind', '=', kind)
      .where(
        'record_id',
        'in',
        gone.map((row) => String(row['id'])),
      )
      .execute();
}

const rowsOf = (db: Db, kind: Exclude<SearchedKind, 'attachment'>) => {
  const { label, note, text }: Searched = searched[kind];
  const columns = [...new Set([...label, ...(note ? [note] : []), ...text, ...sightOf[kind]])];
  return (db as unknown as Kysely<Loose>)
    .selectFrom(kind as string)
    .select(['org_id', 'id', 'archived_at', ...columns])
    .orderBy('org_id')
    .orderBy('id');
};

type FilesQuery = SelectQueryBuilder<Loose, 'attachment', Record<string, unknown>>;

/** Files as they are entered: with the sight of their records, and without a name where they or their record do not stand. */
async function filesToEnter(db: Db, narrow: (query: FilesQuery) => FilesQuery): Promise<Row[]> {
  const loose = db as unknown as Kysely<Loose>;
  const files = (await narrow(loose.selectFrom('attachment').selectAll() as FilesQuery)
    .orderBy('org_id')
    .orderBy('id')
    .execute()) as Row[];
  const records = new Map<string, Row>();
  for (const [kind, some] of Map.groupBy(files, (file) => file['record_kind'] as AttachedTo)) {
    const sight: readonly string[] = sightOf[kind];
    const rows = (await loose
      .selectFrom(kind as string)
      .select(['org_id', 'id', 'archived_at', ...sight])
      .where(
        'id',
        'in',
        some.map((file) => file['record_id']),
      )
      .execute()) as Row[];
    for (const row of rows)
      records.set(`${row['org_id']} ${row['id']}`, {
        archived_at: row['archived_at'] ?? null,
        ...Object.fromEntries(peopleOfEntry.map((name, place) => [name, row[sight[place] ?? ''] ?? null])),
      });
  }
  return files.map((file) => {
    const record = records.get(`${file['org_id']} ${file['record_id']}`);
    return {
      ...file,
      ...record,
      archived_at: file['removed_at'] ?? (record ? (record['archived_at'] ?? null) : 'gone'),
    };
  });
}

/** Enters records that were written, as they stand at the end of their transaction. */
export async function indexRecords(
  db: Db,
  orgId: string,
  written: readonly { subject: string; record_id: string }[],
): Promise<void> {
  for (const [subject, some] of Map.groupBy(written, (one) => one.subject)) {
    if (!isSearched(subject)) continue;
    const ids = [...new Set(some.map((one) => one.record_id))];
    for (let from = 0; from < ids.length; from += rowsAtOnce) {
      const within = ids.slice(from, from + rowsAtOnce);
      if (subject === 'attachment') {
        await enter(
          db,
          subject,
          await filesToEnter(db, (query) => query.where('org_id', '=', orgId).where('id', 'in', within)),
        );
        continue;
      }
      const rows = await rowsOf(db, subject).where('org_id', '=', orgId).where('id', 'in', within).execute();
      await enter(db, subject, rows as Row[]);
      // Whose a record is, and whether it stands, is so of its files too.
      if (attachedTo.some((kind) => kind === subject))
        await enter(
          db,
          'attachment',
          await filesToEnter(db, (query) =>
            query.where('org_id', '=', orgId).where('record_kind', '=', subject).where('record_id', 'in', within),
          ),
        );
    }
  }
}

/** Enters everything anew, or all of some kinds, for a database that is older than the search or was restored. */
export async function indexEverything(db: Db, kinds: readonly SearchedKind[] = searchedKinds): Promise<number> {
  let count = 0;
  await db.deleteFrom('search_entry').where('kind', 'in', kinds).execute();
  for (const kind of kinds)
    for (let last: Row | undefined; ; ) {
      const { org_id, id } = (last ?? {}) as { org_id?: string; id?: string };
      const beyond = (query: FilesQuery): FilesQuery =>
        last === undefined
          ? query
          : query.where((eb) =>
              eb.or([eb('org_id', '>', org_id), eb.and([eb('org_id', '=', org_id), eb('id', '>', id)])]),
            );
      const rows =
        kind === 'attachment'
          ? await filesToEnter(db, (query) => beyond(query).limit(rowsAtOnce))
          : ((await (beyond(rowsOf(db, kind) as unknown as FilesQuery) as ReturnType<typeof rowsOf>)
              .limit(rowsAtOnce)
              .execute()) as Row[]);
      await enter(db, kind, rows);
      count += rows.length;
      last = rows.at(-1);
      if (rows.length < rowsAtOnce) break;
    }
  // Fresh statistics: without them PostgreSQL reads the whole table for what its index knows.
  await sql`analyze search_entry`.execute(db);
  return count;
}
