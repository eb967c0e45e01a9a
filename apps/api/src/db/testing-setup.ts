// Runs once before the tests of this project: one PostgreSQL for all files, and of each database a migrated template that
// every test copies. TEST_DATABASE_URL names a server of one's own instead, on which databases may be made.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { openHouse } from '../open-house.ts';
import { onSameServer, onServer, startThrowawayPostgres } from './throwaway-postgres.ts';

export type TestTemplates = {
  folder: string;
  sqliteFile: string;
  postgresUrl: string;
  postgresTemplate: string;
  /** What the names of the copies begin with. */
  postgresTests: string;
  /** Why there is nothing to copy: the migrations themselves failed. */
  problem: string | null;
};

declare module 'vitest' {
  interface ProvidedContext {
    databases: TestTemplates;
  }
}

/** Opens the house once, so that the copies hold its tables and those of the auth library. */
async function migrated(databaseUrl: string): Promise<void> {
  const secret = 'a secret of the tests, long enough for them';
  const log = pino({ level: 'silent' });
  const house = await openHouse({ databaseUrl, secret, baseUrl: 'http://localhost', log, filesFolder: tmpdir() });
  await house.close();
}

const dropDatabase = (url: string, name: string) => onServer(url, `drop database if exists ${name} with (force)`);

async function databasesLike(url: string, beginnings: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  await client.end();
  return rows.map(({ datname }) => datname).filter((name) => beginnings.some((one) => name.startsWith(one)));
}

export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const own = process.env['TEST_DATABASE_URL'];
  const server = own ? { url: own, stop: async () => {} } : await startThrowawayPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'milepost-test-'));
  const sqliteFile = join(folder, 'template.db');
  const postgresTemplate = `milepost_template_${process.pid}`;
  const postgresTests = `milepost_test_${process.pid}`;
  let problem: string | null = null;
  await onServer(server.url, `create database ${postgresTemplate}`);
  try {
    await migrated(`sqlite:${sqliteFile}`);
    await migrated(onSameServer(server.url, postgresTemplate));
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  provide('databases', { folder, sqliteFile, postgresUrl: server.url, postgresTemplate, postgresTests, problem });
  return async () => {
    // Somebody's own server is left as it was found; ours goes with everything in it.
    if (own)
      for (const name of await databasesLike(own, [postgresTemplate, postgresTests])) await dropDatabase(own, name);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
