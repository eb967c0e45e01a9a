import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lazyHighs } from '@milepost/solver/lazy-solver';
import type { Logger } from 'pino';
import { createAuth, migrateAuth } from './auth/auth.ts';
import { openVault } from './auth/vault.ts';
import { systemClock } from './clock.ts';
import { migrate } from './db/migrate.ts';
import { type OpenDatabase, openDatabase, type SentStatement } from './db/open.ts';
import { transactor } from './db/transact.ts';
import type { Clock, Deps } from './deps.ts';
import { liveHub } from './features/changes/live.ts';
import { openPost, type Post } from './features/mail/post.ts';
import { openImapSource } from './features/mailboxes/imap-source.ts';
import type { MailSource } from './features/mailboxes/mail-source.ts';
import { type Courier, openCourier } from './features/webhooks/courier.ts';
import { queueDeliveries } from './features/webhooks/queue-deliveries.ts';
import { openFileFolder } from './files/file-folder.ts';
import { uuidv7 } from './ids.ts';

export type House = { deps: Deps; close: () => Promise<void> };

type Settings = {
  databaseUrl: string;
  /** The same, open and of the newest form already: whoever opened it closes it. */
  database?: OpenDatabase;
  secret: string;
  baseUrl: string;
  log: Logger;
  clock?: Clock;
  attemptsPerMinute?: number;
  post?: Post | null;
  courier?: Courier;
  mailSource?: MailSource;
  dropDomain?: string | null;
  /** Where the bytes of files lie. */
  filesFolder: string;
  /** Hears of every statement that reached the database. */
  onStatement?: (statement: SentStatement) => void;
};

/** Opens the database, brings it to the newest form and hands out what use cases need. */
export async function openHouse({
  databaseUrl,
  database,
  secret,
  baseUrl,
  log,
  clock = systemClock(),
  attemptsPerMinute = 10,
  post = null,
  courier = openCourier({ allowsPrivate: false }),
  mailSource = openImapSource({ allowsPrivate: false }),
  dropDomain = null,
  filesFolder,
  onStatement,
}: Settings): Promise<House> {
  const { db, dialect, close } = database ?? openDatabase(databaseUrl, onStatement ? { onStatement } : {});
  if (!database) await migrate(db);
  const auth = createAuth({ db, kind: dialect.kind, baseUrl, secret, newId: uuidv7, attemptsPerMinute });
  if (!database) await migrateAuth(auth);
  const live = liveHub();
  const solver = lazyHighs();
  const files = openFileFolder(filesFolder);
  const ways = { post, courier, mailSource, dropDomain, vault: openVault(secret), files };
  const base = { db, dialect, auth, clock, newId: uuidv7, live, solver, log, baseUrl, ...ways };
  return {
    deps: { ...base, transact: transactor(base, queueDeliveries) },
    close: async () => {
      await solver.close();
      post?.close();
      if (!database) await close();
    },
  };
}

/** Where data lie and how the house is reached, from the environment. */
export function settingsOf(env: NodeJS.ProcessEnv): {
  databaseUrl: string;
  secret: string;
  dataFolder: string;
  filesFolder: string;
  post: Post | null;
  courier: Courier;
  mailSource: MailSource;
  dropPort: number | null;
} {
  const dataFolder = resolve(env['MILEPOST_DATA'] ?? 'data');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return {
    databaseUrl: env['DATABASE_URL'] ?? `sqlite:${join(dataFolder, 'milepost.db')}`,
    secret: env['MILEPOST_SECRET'] ?? keptSecret(join(dataFolder, 'secret')),
    dataFolder,
    // Several nodes share one folder, as they share the database.
    filesFolder: resolve(env['MILEPOST_FILES'] ?? join(dataFolder, 'files')),
    post: openPost(env['SMTP_URL'], env['MAIL_FROM']),
    // Within the own network webhooks could reach what is not meant for them: only whoever runs the house can allow it.
    courier: openCourier({ allowsPrivate: env['MILEPOST_PRIVATE_WEBHOOKS'] === 'yes' }),
    // So it is with mail servers: whoever may name one could try every port within.
    mailSource: openImapSource({ allowsPrivate: env['MILEPOST_PRIVATE_MAILBOXES'] === 'yes' }),
    dropPort: env['MILEPOST_DROP_PORT'] ? Number(env['MILEPOST_DROP_PORT']) : null,
  };
}

/** The secret that signs sessions: made once, kept beside the data, readable by its owner only. */
function keptSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8').trim();
}
