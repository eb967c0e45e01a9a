import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { administrator, setUpAcme } from './set-up.ts';
import { password } from './sign-in.ts';
import type { RunningServer, StoryContext } from './story.ts';

export const title = 'Killed while it writes: what was answered is there, and nothing is there by half';
/** Six starts of a server, each some ten seconds on a machine that others use as well. */
export const limitSeconds = 900;

const writesOfRound = 250;
/** How many of a round's writes are answered before the server is killed. */
const killedAfter = [60, 110, 150, 190];
/** Many: whatever is not written together is then found apart at almost any moment. */
const writersAtOnce = 24;
const rowsOfFile = 3000;
/** When an import is killed, as a share of the time that a whole one takes. */
/** Shares of the time that an import takes which nobody disturbs. */
const killedAt = [0.4, 0.8];

type Account = { id: string; externalId: string | null };
type Change = { subject: string; recordId: string; action: string };
type Import = { id: string; fileName: string; report: { created: number } };
type Client = ReturnType<typeof clientOf>;

/** Somebody who is signed in, across restarts of the server. */
function clientOf(server: RunningServer, cookie: string) {
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${server.url}/api/v1${path}`, { ...init, headers: { cookie, ...init.headers } });
  const read = async <T>(path: string): Promise<T> => {
    const response = await send(path);
    assert.equal(response.status, 200, path);
    return (await response.json()) as T;
  };
  const all = async <T>(path: string): Promise<T[]> => {
    const items: T[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: { items: T[]; next: string | null } = await read(
        `${path}?limit=200${after && `&after=${encodeURIComponent(after)}`}`,
      );
      items.push(...page.items);
      after = page.next;
    }
    return items;
  };
  return { send, read, all };
}

/** The administrator of a new organisation, signed in. */
async function openOrganisation(milepost: StoryContext['milepost'], server: RunningServer): Promise<Client> {
  await setUpAcme(milepost, server);
  const headers = { 'content-type': 'application/json', origin: server.url };
  const body = JSON.stringify({ email: administrator, password });
  const response = await fetch(`${server.url}/api/auth/sign-in/email`, { method: 'POST', headers, body });
  assert.ok(response.ok, `signing in answered ${response.status}`);
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return clientOf(server, cookies.join('; '));
}

/** Creates an account; false when the line broke before the answer was there. */
async function create({ send }: Client, id: string): Promise<boolean> {
  const body = JSON.stringify({ id, name: `Customer ${id}` });
  const headers = { 'content-type': 'application/json' };
  let status: number;
  try {
    const response = await send('/accounts', { method: 'POST', headers, body });
    await response.text();
    status = response.status;
  } catch {
    return false;
  }
  assert.ok(status === 201 || status === 200, `creating answered ${status}`);
  return true;
}

/** Sends writes, several at once, until the server is killed under them. Answers whose were acknowledged. */
async function writeUntilKilled(
  client: Client,
  server: RunningServer,
  { ids, killAfter }: { ids: readonly string[]; killAfter: number },
): Promise<Set<string>> {
  const acknowledged = new Set<string>();
  const waiting = [...ids];
  let killing: Promise<void> | undefined;
  const writer = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (!(await create(client, id))) continue;
      acknowledged.add(id);
      if (acknowledged.size === killAfter) killing = server.kill9();
    }
  };
  await Promise.all(Array.from({ length: writersAtOnce }, writer));
  assert.ok(killing, 'the server was never killed');
  await killing;
  return acknowledged;
}

/** What is there. Each account has exactly one change, which says it was created, and no change stands without its account. */
async function whatIsThere({ all }: Client): Promise<{ accounts: Account[]; importChanges: number }> {
  const [accounts, changes] = await Promise.all([all<Account>('/accounts'), all<Change>('/changes')]);
  const ofAccounts = changes.filter((change) => change.subject === 'account');
  assert.ok(ofAccounts.every((change) => change.action === 'created'));
  assert.deepEqual(ofAccounts.map((change) => change.recordId).sort(), accounts.map((account) => account.id).sort());
  return { accounts, importChanges: changes.filter((change) => change.subject === 'import').length };
}

const fileOf = (name: string): string =>
  [
    'Name,Customer number,Segment',
    ...Array.from({ length: rowsOfFile }, (_, row) => `Imported ${name} ${row},${name}-${row},Machines`),
  ].join('\n');

/** Imports a file of accounts; undefined when the line broke before the report was there. */
async function importFile({ send }: Client, name: string): Promise<{ created: number } | undefined> {
  const body = new FormData();
  body.set('kind', 'accounts');
  body.set('mapping', JSON.stringify({ Name: 'name', 'Customer number': 'externalId', Segment: 'segment' }));
  body.set('file', new File([fileOf(name)], `${name}.csv`, { type: 'text/csv' }));
  try {
    const response = await send('/imports', { method: 'POST', body });
    const text = await response.text();
    assert.equal(response.status, 200, text);
    return JSON.parse(text) as { created: number };
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error;
    return undefined;
  }
}

/** An import is there with all its rows, its record and its change, or not at all. Answers whether it is. */
async function isWhole(client: Client, name: string): Promise<boolean> {
  const { items } = await client.read<{ items: Import[] }>('/imports');
  const { accounts, importChanges } = await whatIsThere(client);
  const record = items.find((one) => one.fileName === `${name}.csv`);
  const rows = accounts.filter((account) => account.externalId?.startsWith(`${name}-`)).length;
  assert.equal(rows, record ? rowsOfFile : 0, `${rows} rows of ${name} are there`);
  assert.equal(importChanges, items.length);
  if (record) assert.equal(record.report.created, rowsOfFile);
  return record !== undefined;
}

export async function run({ startServer, milepost, step }: StoryContext): Promise<void> {
  const server = await startServer();
  const client = await openOrganisation(milepost, server);
  const sent = new Set<string>();
  const acknowledged = new Set<string>();

  for (const killAfter of killedAfter)
    await step(`killed after ${killAfter} answers: every acknowledged write is there with its change`, async () => {
      const ids = Array.from({ length: writesOfRound }, () => uuidv7());
      for (const id of ids) sent.add(id);
      for (const id of await writeUntilKilled(client, server, { ids, killAfter })) acknowledged.add(id);
      await server.start();
      const there = new Set((await whatIsThere(client)).accounts.map((account) => account.id));
      assert.deepEqual(
        [...acknowledged].filter((id) => !there.has(id)),
        [],
      );
      assert.deepEqual(
        [...there].filter((id) => !sent.has(id)),
        [],
      );
    });

  await step('what was not acknowledged, sent again, is there once', async () => {
    const again = [...sent].filter((id) => !acknowledged.has(id));
    for (let from = 0; from < again.length; from += writersAtOnce) {
      const made = await Promise.all(again.slice(from, from + writersAtOnce).map((id) => create(client, id)));
      assert.ok(made.every(Boolean));
    }
    assert.equal((await whatIsThere(client)).accounts.length, sent.size);
  });

  const wholeMs = await step('an import that nobody disturbs is there as a whole', async () => {
    const began = performance.now();
    assert.equal((await importFile(client, 'calm'))?.created, rowsOfFile);
    const took = performance.now() - began;
    assert.ok(await isWhole(client, 'calm'));
    return took;
  });

  let interrupted = 0;
  const killAt = (share: number) =>
    step(`an import killed at ${share * 100} % is there as a whole or not at all`, async () => {
      const name = `killed-${share * 100}`;
      const importing = importFile(client, name);
      await new Promise((resolve) => setTimeout(resolve, wholeMs * share));
      await server.kill9();
      const report = await importing;
      await server.start();
      const isThere = await isWhole(client, name);
      assert.ok(isThere || report === undefined, 'the report was given, and the import is gone');
      if (!isThere) interrupted += 1;
    });
  for (const share of killedAt) await killAt(share);
  // The undisturbed one was the first, and what comes after it may be so much faster that all are over in time.
  for (let share = 0.2; interrupted === 0 && share > 0.01; share /= 2) await killAt(share);
  assert.ok(interrupted > 0, 'every import was over before its server was killed');
}
