import { type RawBuilder, sql } from 'kysely';

/** Everything in which the two databases differ, apart from column types (columns.ts). */
export type DatabaseKind = 'sqlite' | 'postgres';

export type Dialect = {
  readonly kind: DatabaseKind;
  /** Did this error come from a unique key that exists already? */
  isDuplicate(error: unknown): boolean;
  /** Takes a lock until the end of the transaction, so that two deciders about the same thing come one after the other. */
  lock(name: string): RawBuilder<unknown> | null;
  /** A true value for the auth library's own boolean columns. */
  readonly authTrue: unknown;
  /** An instant for the auth library's own date columns. */
  authInstant(iso: string): unknown;
};

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');

export const sqlite: Dialect = {
  kind: 'sqlite',
  isDuplicate: (error) => ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE'].includes(codeOf(error)),
  // One connection, one writer: a transaction already excludes every other.
  lock: () => null,
  authTrue: 1,
  authInstant: (iso) => iso,
};

export const postgres: Dialect = {
  kind: 'postgres',
  isDuplicate: (error) => codeOf(error) === '23505',
  lock: (name) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  authTrue: true,
  authInstant: (iso) => iso,
};
