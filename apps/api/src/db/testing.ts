import { randomBytes } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, inject, onTestFinished } from 'vitest';
import type { DatabaseKind } from './dialect.ts';
import { type OpenDatabase, openDatabase } from './open.ts';
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
  maker ??= (async () => {
    const client = new pg.Client({ connectionString: inject('databases').postgresUrl });
    await client.connect();
    return client;
  })();
  await (await maker).query(statement);
}
async function hangUp(): Promise<void> {
  const client = maker;
  maker = undefined;
  await (await client)?.end();
}

type Removable = { url: string; remove: () => Promise<void> };

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
    const { postgresUrl, postgresTemplate } = inject('databases');
    const name = freshName();
    await say(`create database ${name} template ${postgresTemplate} strategy file_copy`);
    return {
      url: onSameServer(postgresUrl, name),
      remove: () => say(`drop database if exists ${name} with (force)`),
    };
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
      const database = openDatabase(copy.url, { poolSize: 4 });
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
