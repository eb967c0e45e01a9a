import Database from 'better-sqlite3';
import { Kysely, type KyselyConfig, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { postgresTypes } from './columns.ts';
import { type Dialect, postgres, sqlite } from './dialect.ts';
import { keepStatements } from './kept-statements.ts';
import type { Schema } from './schema.ts';
import { SqliteInOneDialect } from './sqlite-in-one.ts';

export type Db = Kysely<Schema>;
/** A statement as it was sent to the database. */
export type SentStatement = { sql: string; parameters: readonly unknown[] };
export type OpenDatabase = { db: Db; dialect: Dialect; close: () => Promise<void> };

/** Connections to PostgreSQL that are kept open between statements. */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, types: postgresTypes });
  // An idle connection that drops must not end the process; the next query reconnects.
  pool.on('error', () => {});
  return pool;
}

/**
 * Opens `postgres://…`, `sqlite:FILE` or `sqlite::memory:`. `pool` is used instead of connections of its own to PostgreSQL; `onStatement`
 * hears of every statement that succeeded, transactions included.
 */
export function openDatabase(
  url: string,
  {
    pool,
    poolSize = 8,
    onStatement,
  }: { pool?: PostgresPool; poolSize?: number; onStatement?: (statement: SentStatement) => void } = {},
): OpenDatabase {
  const listening: Pick<KyselyConfig, 'log'> = onStatement
    ? { log: ({ level, query }) => (level === 'query' ? onStatement(query) : undefined) }
    : {};
  if (/^postgres(ql)?:/.test(url)) {
    const dialect = new PostgresDialect({ pool: pool ?? openPool(url, poolSize) });
    const db = new Kysely<Schema>({ dialect, ...listening });
    return { db, dialect: postgres, close: () => db.destroy() };
  }
  const database = new Database(url.replace(/^sqlite:/, ''));
  database.pragma('journal_mode = WAL');
  // A write is acknowledged only when it is on the disk: the books must survive a power cut.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  database.pragma('cache_size = -65536');
  const db = new Kysely<Schema>({
    dialect: new SqliteInOneDialect({ database: keepStatements(database) }),
    ...listening,
  });
  return { db, dialect: sqlite, close: () => db.destroy() };
}
