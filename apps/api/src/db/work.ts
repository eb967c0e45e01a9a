import type { Transaction } from 'kysely';
import type { Actor } from '../auth/actor.ts';
import type { Dialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** A change as a use case states it; who and when are known to the transaction. */
export type NewChange = {
  subject: string;
  recordId: string;
  action: string;
  version?: number;
  accountId?: string | null;
  ownerId?: string | null;
  backupId?: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  reason?: string;
};

/** One transaction of one actor. Every write goes through it and says what it changed. */
export type Work = {
  readonly db: Transaction<Schema>;
  readonly dialect: Dialect;
  readonly actor: Actor;
  /** The instant of the transaction, ISO-Z. */
  readonly at: string;
  /** The set that all changes of this transaction make up. */
  readonly setId: string;
  newId(): string;
  /** Written with the transaction, published after its commit. */
  changed(change: NewChange): void;
  /** Says of records that were written without a change of their own (a hand-over) that the search is to look at them again. */
  touched(subject: string, ids: readonly string[]): void;
};
