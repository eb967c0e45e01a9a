import type { LpSolver } from '@milepost/core/lp/lp';
import type { Logger } from 'pino';
import type { Actor } from './auth/actor.ts';
import type { Auth } from './auth/auth.ts';
import type { Vault } from './auth/vault.ts';
import type { Dialect } from './db/dialect.ts';
import type { Db } from './db/open.ts';
import type { Work } from './db/work.ts';
import type { Live } from './features/changes/live.ts';
import type { Post } from './features/mail/post.ts';
import type { MailSource } from './features/mailboxes/mail-source.ts';
import type { Courier } from './features/webhooks/courier.ts';
import type { FileFolder } from './files/file-folder.ts';

export type Clock = {
  /** Now, as ISO-Z. */
  now(): string;
  /** The civil day in a time zone. */
  today(timeZone: string): string;
};

/** What use cases are handed: nothing else reaches the outside. */
export type Deps = {
  db: Db;
  dialect: Dialect;
  auth: Auth;
  clock: Clock;
  /** A UUIDv7. */
  newId: () => string;
  live: Live;
  /** Who solves linear programmes. */
  solver: LpSolver;
  log: Logger;
  baseUrl: string;
  /** The way to the mail server; null where there is none, and mails wait. */
  post: Post | null;
  /** Where the bytes of files lie. */
  files: FileFolder;
  /** The way to the servers that webhooks call. */
  courier: Courier;
  /** The way to folders of mail on other servers. */
  mailSource: MailSource;
  /** The host of the addresses at which people drop mails; null where none are taken. */
  dropDomain: string | null;
  /** Seals what has to be given to other servers again. */
  vault: Vault;
  /** One transaction; what it recorded as changes is published after the commit. */
  transact<T>(actor: Actor, deed: (work: Work) => Promise<T>): Promise<T>;
};
