import type { ImportReport } from '@milepost/contract/imports';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Kysely } from 'kysely';
import { toJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import type { RecordRow, RecordTable, recordStore } from '../../db/record-store.ts';
import type { AliasTable, ImportRecordTable, ImportTable } from '../../db/tables/imports.ts';
import type { Work } from '../../db/work.ts';

const rowsAtOnce = 500;
const idsAtOnce = 5000;

export function* chunks<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

type Store<T extends RecordTable> = ReturnType<typeof recordStore<T>>;
type Loose = Record<string, Record<string, unknown>>;

/** Creates many records at once, each with its change. */
export async function enterRecords<T extends RecordTable>(
  work: Work,
  store: Pick<Store<T>, 'tell' | 'spec'>,
  values: readonly Record<string, unknown>[],
): Promise<void> {
  const rows = values.map((row) => ({
    ...row,
    org_id: work.actor.orgId,
    version: 1,
    created_at: work.at,
    updated_at: work.at,
    archived_at: null,
  }));
  for (const some of chunks(rows, rowsAtOnce))
    await (work.db as unknown as Kysely<Loose>)
      .insertInto(store.spec.table as string)
      .values(some)
      .execute();
  for (const row of rows) {
    const after = Object.fromEntries(
      Object.entries(row).filter(
        ([column, value]) => value !== null && !/^(org_id|id|version|created_at|updated_at)$|_key$/.test(column),
      ),
    );
    store.tell(work, 'created', row as unknown as RecordRow<T>, { after });
  }
}

/** Sales that a file may mean: those in sight that bear one of its numbers, or one of its days. */
export async function salesBy(
  work: Work,
  column: 'external_id' | 'order_id' | 'day',
  values: readonly string[],
): Promise<RecordRow<'sale'>[]> {
  const found: RecordRow<'sale'>[] = [];
  const { orgId, reach } = work.actor;
  for (const some of chunks([...new Set(values)], idsAtOnce)) {
    const rows = await work.db
      .selectFrom('sale')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('archived_at', 'is', null)
      .where('opportunity_id', 'is', null)
      .where(column, 'in', some)
      .orderBy('id')
      .execute();
    found.push(...rows);
  }
  return reach === 'all' ? found : found.filter((row) => row.owner_id === null || reach.includes(row.owner_id));
}

export const imports = {
  async create(work: Work, row: Omit<ImportTable, 'org_id' | 'actor_id'>): Promise<void> {
    await work.db
      .insertInto('import')
      .values({ ...row, org_id: work.actor.orgId, actor_id: work.actor.personId })
      .execute();
  },

  async write(work: Work, id: string, set: Partial<Pick<ImportTable, 'state' | 'report'>>): Promise<void> {
    await work.db.updateTable('import').set(set).where('org_id', '=', work.actor.orgId).where('id', '=', id).execute();
  },

  find: (db: Db, orgId: string, id: string): Promise<ImportTable | undefined> =>
    db.selectFrom('import').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  list: (db: Db, orgId: string): Promise<ImportTable[]> =>
    db
      .selectFrom('import')
      .selectAll()
      .where('org_id', '=', orgId)
      .orderBy('started_at', 'desc')
      .orderBy('id', 'desc')
      .limit(200)
      .execute(),

  /** What an import wrote and left open, in the order in which it did. */
  records: (db: Db, orgId: string, importId: string): Promise<ImportRecordTable[]> =>
    db
      .selectFrom('import_record')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('import_id', '=', importId)
      .orderBy('position')
      .execute(),

  async addRecords(work: Work, rows: readonly ImportRecordTable[]): Promise<void> {
    for (const some of chunks(rows, rowsAtOnce)) await work.db.insertInto('import_record').values(some).execute();
  },

  async moveVersion(work: Work, importId: string, recordId: string, version: number): Promise<boolean> {
    const done = await work.db
      .updateTable('import_record')
      .set({ version })
      .where('org_id', '=', work.actor.orgId)
      .where('import_id', '=', importId)
      .where('record_id', '=', recordId)
      .where('action', 'in', ['created', 'updated'])
      .executeTakeFirst();
    return Number(done.numUpdatedRows) > 0;
  },

  async dropLikely(work: Work, importId: string, positions: readonly number[]): Promise<void> {
    for (const some of chunks(positions, idsAtOnce))
      await work.db
        .deleteFrom('import_record')
        .where('org_id', '=', work.actor.orgId)
        .where('import_id', '=', importId)
        .where('position', 'in', some)
        .execute();
  },

  reportOf: (report: ImportReport): string => toJson(report),

  /** Imports of one organisation come one after the other, so that two never create the same record. */
  async take(work: Work): Promise<void> {
    await work.dialect.lock(`imports:${work.actor.orgId}`)?.execute(work.db);
  },
};

/** Names that somebody confirmed, and further numbers of people. */
export const aliases = {
  of: (db: Db, orgId: string, subject: string): Promise<AliasTable[]> =>
    db.selectFrom('alias').selectAll().where('org_id', '=', orgId).where('subject', '=', subject).execute(),

  async remember(work: Work, subject: string, said: readonly { alias: string; recordId: string }[]): Promise<void> {
    const rows = new Map(
      said.map(({ alias, recordId }) => [
        foldName(alias),
        {
          org_id: work.actor.orgId,
          subject,
          alias_key: foldName(alias),
          record_id: recordId,
          alias,
          created_at: work.at,
        },
      ]),
    );
    for (const some of chunks([...rows.values()], rowsAtOnce))
      await work.db
        .insertInto('alias')
        .values(some)
        .onConflict((conflict) =>
          conflict.columns(['org_id', 'subject', 'alias_key']).doUpdateSet((eb) => ({
            record_id: eb.ref('excluded.record_id'),
            alias: eb.ref('excluded.alias'),
            created_at: eb.ref('excluded.created_at'),
          })),
        )
        .execute();
  },
};

type Standing = { version: number; archived_at: string | null; name?: string; user_id?: string | null };

/** Records of a table by their ids, whoever may see them: an import is taken back as a whole. */
export async function standingRecords(
  work: Work,
  table: string,
  ids: readonly string[],
): Promise<Map<string, Standing>> {
  const found = new Map<string, Standing>();
  for (const some of chunks(ids, idsAtOnce)) {
    const rows = await (work.db as unknown as Kysely<Loose>)
      .selectFrom(table)
      .selectAll()
      .where('org_id', '=', work.actor.orgId)
      .where('id', 'in', some)
      .execute();
    for (const row of rows as unknown as (Standing & { id: string })[]) found.set(row.id, row);
  }
  return found;
}

/** Which of these ids live records still name: what is named is not taken away. */
export async function namedElsewhere(
  work: Work,
  { table, column }: { table: string; column: string },
  ids: readonly string[],
): Promise<string[]> {
  const found = new Set<string>();
  for (const some of chunks(ids, idsAtOnce)) {
    const rows = await (work.db as unknown as Kysely<Loose>)
      .selectFrom(table)
      .select(column)
      .distinct()
      .where('org_id', '=', work.actor.orgId)
      .where('archived_at', 'is', null)
      .where(column, 'in', some)
      .execute();
    for (const row of rows) found.add(String((row as Record<string, unknown>)[column]));
  }
  return [...found];
}
