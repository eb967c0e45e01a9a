import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onSameServer, onServer } from '@milepost/api/db/throwaway-postgres';

export type Dialect = 'sqlite' | 'postgres';

/** The data of a server: its folder and, on PostgreSQL, the name of its database. */
export type LeftBehind = { readonly data: string; readonly database?: string };

export type RunningServer = {
  /** `http://127.0.0.1:PORT`, the same after a restart. */
  readonly url: string;
  /** What the server's process and the operator's tool must be given to stand on the same data. */
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Where its data are: once it has ended, another can begin with a copy of them. */
  readonly left: LeftBehind;
  /** What the server has said so far, on both of its outputs. */
  log: () => string;
  /** Ends it as an operator would, and waits. */
  stop: () => Promise<void>;
  /** Ends it as a power cut would: no goodbye, nothing finished. */
  kill9: () => Promise<void>;
  /** Starts it again on the same data and port. */
  start: () => Promise<void>;
};

const main = fileURLToPath(new URL('../apps/api/src/main.ts', import.meta.url));
/** On a machine at rest it takes about a second, and the demonstration some more. */
const startLimitMs = 120_000;

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return true;
  } catch {
    return false;
  }
}

/** A database of its own in the PostgreSQL that the stories share: empty, or a copy of `model`. */
async function freshDatabase(model = 'template1'): Promise<{ name: string; url: string; remove: () => Promise<void> }> {
  const shared = process.env['TEST_DATABASE_URL'];
  if (!shared) throw new Error('Stories on PostgreSQL are started by e2e/run.ts, which starts the server for them.');
  const name = `e2e_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(shared, `create database ${name} template ${model}`);
  return {
    name,
    url: onSameServer(shared, name),
    remove: () => onServer(shared, `drop database if exists ${name} with (force)`),
  };
}

/**
 * Starts the API, with the built portal, as a process of its own on a free port, on data of its own: a temporary folder, and on
 * PostgreSQL a database as well, both empty or copied `from` what another left. `args` are those of the command, such as `--demo`.
 */
export async function startServer({
  dialect,
  args = [],
  env: more = {},
  from,
}: {
  dialect: Dialect;
  args?: string[];
  env?: Record<string, string>;
  from?: LeftBehind | undefined;
}): Promise<RunningServer & { remove: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'milepost-e2e-'));
  if (from) cpSync(from.data, data, { recursive: true });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const database = dialect === 'postgres' ? await freshDatabase(from?.database) : undefined;
  // A DATABASE_URL of whoever runs the stories is not for them.
  const env: NodeJS.ProcessEnv = { MILEPOST_DATA: data, DATABASE_URL: database?.url, ...more };
  let child: ChildProcess | undefined;
  let said = '';

  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.kill(signal);
    const late = setTimeout(() => ending.kill('SIGKILL'), 10_000);
    await once(ending, 'exit');
    clearTimeout(late);
  };
  const start = async () => {
    const started = spawn(process.execPath, [main, ...args], {
      env: { ...process.env, NO_COLOR: '1', ...env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (chunk) => {
        said += chunk;
      });
    const limit = Date.now() + startLimitMs;
    while (!(await answers(url))) {
      const hasEnded = started.exitCode !== null || started.signalCode !== null;
      if (hasEnded || Date.now() > limit) {
        await end('SIGKILL');
        const how = hasEnded ? `ended (${started.exitCode ?? started.signalCode})` : 'gave no answer';
        throw new Error(`The server ${how} while starting. It said:\n${said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const killWithUs = () => child?.kill('SIGKILL');
  process.once('exit', killWithUs);
  const remove = async () => {
    await end('SIGTERM');
    process.off('exit', killWithUs);
    await database?.remove();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  };
  const left: LeftBehind = database ? { data, database: database.name } : { data };
  const ways = { start, stop: () => end('SIGTERM'), kill9: () => end('SIGKILL'), remove };
  const server = { url, env, log: () => said, left, ...ways };
  try {
    await start();
    return server;
  } catch (error) {
    await remove();
    throw error;
  }
}
