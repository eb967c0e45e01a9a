import type { Needle } from '@milepost/core/search/needle';
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Everything in which the two databases differ, apart from column types (columns.ts). */
export type DatabaseKind = 'sqlite' | 'postgres';

export type Dialect = {
  readonly kind: DatabaseKind;
  /** Did this error come from a unique key that exists already? */
  isDuplicate(error: unknown): boolean;
  /** Takes a lock until the end of the transaction, so that two deciders about the same thing come one after the other. */
  lock(name: string): RawBuilder<unknown> | null;
  /** The entries of the search that hold what is sought: where they are read from, and the condition. */
  holding(needle: Needle): { from: RawBuilder<unknown>; where: RawBuilder<SqlBool> };
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
  // What the index of three letters says; pieces hold letters, digits, spaces and plus signs only.
  holding: (needle) => {
    const all = (pieces: readonly string[]) => `(${pieces.map((piece) => `"${piece}"`).join(' AND ')})`;
    const sought = needle.map((ways) => `(${ways.map(all).join(' OR ')})`).join(' AND ');
    return {
      from: sql`search_text cross join search_entry on search_entry.number = search_text.rowid`,
      where: sql<SqlBool>`search_text match ${sought}`,
    };
  },
  authTrue: 1,
  authInstant: (iso) => iso,
};

export const postgres: Dialect = {
  kind: 'postgres',
  isDuplicate: (error) => codeOf(error) === '23505',
  lock: (name) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
  holding: (needle) => {
    const like = (piece: string) => sql`folded like ${`%${piece}%`}`;
    const all = (pieces: readonly string[]) => sql`(${sql.join(pieces.map(like), sql` and `)})`;
    const any = (ways: readonly (readonly string[])[]) => sql`(${sql.join(ways.map(all), sql` or `)})`;
    return { from: sql`search_entry`, where: sql<SqlBool>`${sql.join(needle.map(any), sql` and `)}` };
  },
  authTrue: true,
  authInstant: (iso) => iso,
};
