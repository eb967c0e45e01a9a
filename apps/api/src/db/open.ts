import Database from 'better-sqlite3';
import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely';
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

/**
 * Opens `postgres://…`, `sqlite:FILE` or `sqlite::memory:`. `schema` is a PostgreSQL schema to live in, for tests that
 * share one server; `onStatement` hears of every statement that succeeded, transactions included.
 */
export function openDatabase(
  url: string,
  {
    schema,
    poolSize = 8,
    onStatement,
  }: { schema?: string; poolSize?: number; onStatement?: (statement: SentStatement) => void } = {},
): OpenDatabase {
  const listening: Pick<KyselyConfig, 'log'> = onStatement
    ? { log: ({ level, query }) => (level === 'query' ? onStatement(query) : undefined) }
    : {};
  if (/^postgres(ql)?:/.test(url)) {
    const pool = new pg.Pool({
      connectionString: url,
      max: poolSize,
      types: postgresTypes,
      ...(schema ? { options: `-c search_path=${schema}` } : {}),
    });
    // An idle connection that drops must not end the process; the next query reconnects.
    pool.on('error', () => {});
    const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }), ...listening });
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
