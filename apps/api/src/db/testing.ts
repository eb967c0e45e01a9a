import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { afterAll, describe, inject, onTestFinished } from 'vitest';
import type { DatabaseKind } from './dialect.ts';
import { type OpenDatabase, openDatabase, openPool } from './open.ts';
import { onSameServer } from './throwaway-postgres.ts';

/** A database of one's own, migrated and empty; `url` opens it a second time, as another node would. */
export type TestDatabase = OpenDatabase & { url: string };

/** Makes a fresh, migrated, empty database. It is closed and removed at the end of the test (or file) that asked. */
export type OpenTestDatabase = () => Promise<TestDatabase>;

const kinds: readonly DatabaseKind[] = ['sqlite', 'postgres'];
const freshName = () => `test_${process.pid}_${randomBytes(6).toString('hex')}`;

// One connection for making and dropping databases serves a whole file: connecting costs more than either.
let maker: Promise<pg.Client> | undefined;
async function say(statement: string): Promise<void> {
  maker ??= connected(inject('databases').postgresUrl);
  await (await maker).query(statement);
}
async function hangUp(): Promise<void> {
  const client = maker;
  maker = undefined;
  await (await client)?.end();
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  // When the server ends before us nothing is left to be done on it.
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** Whether the tables of a database are as they were made: their columns and those of their indexes. */
const formOf = `select count(*) as n, sum(hashtext(relname || ' ' || attname)) as hash
  from pg_attribute join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace and attnum > 0`;
/** Throws other nodes out and takes out every row; what the house keeps in schemas of libraries goes whole. */
const emptyAll = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()
    and (application_name <> 'kept' or state like 'idle in transaction%');
set local session_replication_role = replica;
do $$ declare name text; begin
  for name in select nspname from pg_namespace where nspname !~ '^(pg_|information_schema|public$)' loop
    execute format('drop schema %I cascade', name);
  end loop;
  for name in select tablename from pg_tables where schemaname = 'public' and tablename !~ '^kysely_' loop
    execute format('delete from %I', name);
  end loop;
end $$`;

/** Databases that were used and emptied again: to make one copies some hundred files. */
const emptied: string[] = [];
let formMade: string | undefined;

/** Connections stay with their database from test to test: a new one reads the form of every table anew. */
type Kept = { pool: pg.Pool; cleaner: Promise<pg.Client> };
const keptOf = new Map<string, Kept>();
function keptWith(url: string, name: string): Kept {
  const address = `${url}?application_name=kept`;
  const kept = keptOf.get(name) ?? { pool: openPool(address, 8), cleaner: connected(address) };
  keptOf.set(name, kept);
  return kept;
}

/** The pool as one test has it: closing waits until nothing is on its way any more, and nothing begins after. */
function lend(pool: pg.Pool): PostgresPool {
  let isOver = false;
  return {
    options: pool.options,
    connect: () => (isOver ? Promise.reject(new Error('The database of the test is closed.')) : pool.connect()),
    end: async () => {
      isOver = true;
      while (pool.idleCount < pool.totalCount) await new Promise((resolve) => setTimeout(resolve, 2));
    },
  };
}

/** Empties a database for the next test. One whose tables a test has changed is dropped. */
async function giveBack({ pool, cleaner }: Kept, name: string): Promise<void> {
  const client = await cleaner;
  try {
    await client.query(emptyAll);
    const { rows } = await client.query(formOf);
    if (JSON.stringify(rows) === formMade) emptied.push(name);
  } finally {
    if (!emptied.includes(name)) {
      keptOf.delete(name);
      await Promise.all([pool.end(), client.end()]);
      await say(`drop database if exists ${name} with (force)`);
    }
  }
}

async function newDatabase(): Promise<string> {
  const { postgresUrl, postgresTemplate, postgresTests } = inject('databases');
  const name = `${postgresTests}_${randomBytes(6).toString('hex')}`;
  await say(`create database ${name} template ${postgresTemplate} strategy file_copy`);
  if (formMade === undefined) {
    const client = await connected(onSameServer(postgresUrl, name));
    formMade = JSON.stringify((await client.query(formOf)).rows);
    await client.end();
  }
  return name;
}

type Removable = { url: string; pool?: PostgresPool; remove: () => Promise<void> };

const copies: Record<DatabaseKind, () => Promise<Removable>> = {
  async sqlite() {
    const { folder, sqliteFile } = inject('databases');
    const file = join(folder, `${freshName()}.db`);
    copyFileSync(sqliteFile, file);
    return {
      url: `sqlite:${file}`,
      remove: async () => {
        for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      },
    };
  },
  async postgres() {
    const name = emptied.pop() ?? (await newDatabase());
    const url = onSameServer(inject('databases').postgresUrl, name);
    const kept = keptWith(url, name);
    return { url, pool: lend(kept.pool), remove: () => giveBack(kept, name) };
  },
};

/**
 * Describes a suite twice, once on each database: `NAME on sqlite` and `NAME on postgres`. The test run counts both and
 * fails when they differ, so a test may not be left out on one of them.
 *
 * @example
 * describeEachDialect('leads store', (open) => {
 *   test('keeps what it was given', async () => {
 *     const { db } = await open();
 *     …
 *   });
 * });
 */
export function describeEachDialect(name: string, body: (open: OpenTestDatabase, kind: DatabaseKind) => void): void {
  describe.each(kinds)(`${name} on %s`, (kind) => {
    const left = new Set<() => Promise<void>>();
    afterAll(async () => {
      for (const close of left) await close();
      await hangUp();
    });
    const open: OpenTestDatabase = async () => {
      const { problem } = inject('databases');
      if (problem) throw new Error(`The migrations failed, so there is no database to copy.\n${problem}`);
      const copy = await copies[kind]();
      const database = openDatabase(copy.url, copy.pool ? { pool: copy.pool } : {});
      const close = async () => {
        if (!left.delete(close)) return;
        await database.close();
        await copy.remove();
      };
      left.add(close);
      try {
        onTestFinished(close);
      } catch {
        // Asked for outside a test (beforeAll): it lives until the end of the suite.
      }
      return { ...database, url: copy.url, close };
    };
    body(open, kind);
  });
}
