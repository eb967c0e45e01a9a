import { existsSync } from 'node:fs';
import pg from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { migrations } from './migrate.ts';
import { openDatabase } from './open.ts';
import { describeEachDialect, type TestDatabase } from './testing.ts';

async function isThere(url: string): Promise<boolean> {
  if (url.startsWith('sqlite:')) return existsSync(url.replace('sqlite:', ''));
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

describeEachDialect('the databases of the tests', (open, kind) => {
  let sharedBySuite: TestDatabase;
  let sharedByHook: TestDatabase;
  beforeAll(async () => {
    sharedBySuite = await open();
  });
  beforeEach(async () => {
    sharedByHook = await open();
  });

  // The auth library brings its own tables up to date by itself.
  const namesOfTables = async ({ db }: TestDatabase) =>
    (await db.introspection.getTables()).map((table) => table.name).filter((name) => !name.startsWith('auth_'));

  test('every migration ran', async () => {
    const { db } = await open();
    // The migrator's own table is not part of the schema's types.
    const rows = await db
      .selectFrom('kysely_migration' as 'team')
      .select('name')
      .execute();
    expect(rows.map((row) => row.name).sort()).toEqual(Object.keys(migrations).sort());
  });

  test('every migration can be taken back, and run again', async () => {
    const database = await open();
    const before = await namesOfTables(database);
    const all = Object.values(migrations);
    for (const migration of all.toReversed()) await migration.down?.(database.db as never);
    expect(await namesOfTables(database)).toEqual([]);
    for (const migration of all) await migration.up(database.db as never);
    expect((await namesOfTables(database)).sort()).toEqual(before.sort());
  });

  test('each is its own and says which kind it is', async () => {
    const other = await open();
    expect(other.dialect.kind).toBe(kind);
    expect(new Set([other.url, sharedBySuite.url, sharedByHook.url]).size).toBe(3);
    expect(await namesOfTables(other)).toEqual(await namesOfTables(sharedBySuite));
  });

  test('a second node can open the same one', async () => {
    const { url, db } = await open();
    const second = openDatabase(url, { poolSize: 1 });
    await db.schema.createTable('seen_by_both').addColumn('id', 'text').execute();
    const tables = await second.db.introspection.getTables();
    await second.close();
    expect(tables.map((table) => table.name)).toContain('seen_by_both');
  });

  let lent: TestDatabase | undefined;
  test('one is lent to a test, which changes its tables', async () => {
    lent = await open();
    await lent.db.schema.createTable('left_behind').addColumn('id', 'text').execute();
    expect(await isThere(lent.url)).toBe(true);
  });
  test('and is gone when that test is over, while that of the suite stays', async () => {
    expect(lent && (await isThere(lent.url))).toBe(false);
    expect(await isThere(sharedBySuite.url)).toBe(true);
  });
  test('one that was only written in is empty for the next', async () => {
    const note = { org_id: 'o', id: 'n', version: 1, created_at: '', updated_at: '', archived_at: null };
    const write = async ({ db }: TestDatabase) => {
      const before = await db.selectFrom('team').select('id').execute();
      await db
        .insertInto('team')
        .values({ ...note, name: 'T', name_key: 't', parent_id: null, manager_id: null })
        .execute();
      return before;
    };
    const first = await open();
    expect(await write(first)).toEqual([]);
    await first.close();
    expect(await write(await open())).toEqual([]);
  });
});
