// What the API costs a team's manager in an organisation with 10,000 and 100,000 accounts on SQLite. Each request has two floors,
// asked in the same way and in turns with it, all of them in this process without a network:
//   (a) bare Hono that answers a constant: the JSON that the true route answered;
//   (b) bare Hono that runs the statements which the true route sent, prepared once, on the same database, and answers the rows.
// The house's bars at the median, against (b): list and read 2.5 times, create 3 times; pace of a team below 50 ms; the day
// of a rep with 10,000 tasks and 500 accounts below 100 ms.
// Before them one search over 100,000 accounts, on both databases: 50 ms at the median; and after them the overview, as dashboards.ts
// measures it, over 50,000 sales and as many activities where MILEPOST_BENCH_RECORDS states no other number.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '@milepost/api/ids';
import { Hono } from 'hono';
import { measureDashboards, recordsOr } from './dashboards.ts';
import type { Figure, Run } from './figure.ts';
import { openForReplay, replay, type Sent } from './replay-statements.ts';
import { measureSearch } from './search-figures.ts';
import { openBenchHouse, seedOrganisation } from './seed-organisation.ts';
import { seedTasks } from './seed-tasks.ts';
import { takeTurns } from './take-turns.ts';

type Answering = { request(path: string, init: RequestInit): Response | Promise<Response> };
type Request = { method: 'GET' | 'POST'; path: string; body?: () => object };
/** What is timed; `before` is asked before each turn and is not. */
type Asked = Request & { name: string; times: number; before?: Request };

const requestsOf = (accountId: string): Asked[] => [
  { name: 'list accounts, 50 a page', method: 'GET', path: '/api/v1/accounts?limit=50', times: 200 },
  { name: 'read an account', method: 'GET', path: `/api/v1/accounts/${accountId}`, times: 400 },
  { name: 'create an account', method: 'POST', path: '/api/v1/accounts', body: newAccount, times: 200 },
  { name: 'pace of a team', method: 'GET', path: '/api/v1/pacing?by=rep', times: 40 },
];

const newAccount = () => ({
  id: uuidv7(),
  name: 'Huaxin Instruments GmbH',
  segment: 'Machines',
  region: 'East',
  website: 'https://www.huaxin.example/',
  phone: '+49 30 901820',
  email: 'office@huaxin.example',
  employees: 120,
});

/** Asks once and reads the answer to its end; what is no success is no measurement. */
async function ask(app: Answering, { method, path, body }: Request, cookie: string): Promise<string> {
  const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await app.request(path, { method, headers, ...(body ? { body: JSON.stringify(body()) } : {}) });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
  return text;
}

/** A Hono without anything that answers a request of this method with what is made for it, after it has read what was sent. */
function bareHono({ method }: Request, answer: () => unknown): Answering {
  const app = new Hono();
  app.on(method, '*', async (c) => {
    if (method === 'POST') await c.req.json();
    return c.json(answer() as object, method === 'POST' ? 201 : 200);
  });
  return app;
}

/** What each request sends to the database, twice. */
async function statementsOf(file: string, requests: readonly Asked[], cookie: string) {
  let heard: Sent[] = [];
  const { app, close } = await openBenchHouse(file, { onStatement: (statement) => heard.push(statement) });
  const listen = async (asked: Asked): Promise<Sent[]> => {
    if (asked.before) await ask(app, asked.before, cookie);
    const own: Sent[] = [];
    heard = own;
    await ask(app, asked, cookie);
    heard = [];
    return own;
  };
  // The first request of a session is the only one in which its signature is checked.
  for (const asked of requests) await ask(app, asked, cookie);
  const all = new Map<Asked, { sent: Sent[]; twin: Sent[] }>();
  for (const asked of requests) all.set(asked, { sent: await listen(asked), twin: await listen(asked) });
  await close();
  return all;
}

type Plan = { cookie: string; requests: readonly Asked[]; size: string };

async function measure(file: string, accounts: number, report: (figure: Figure) => void): Promise<void> {
  const { cookie, accountId } = await seedOrganisation(file, accounts);
  const size = `${accounts.toLocaleString('en')} accounts`;
  await measureEach(file, { cookie, requests: requestsOf(accountId), size }, report);
}

/** The day of one rep with very many tasks, who owns every account. */
async function measureDay(file: string, report: (figure: Figure) => void): Promise<void> {
  const { cookie, repId } = await seedOrganisation(file, 500);
  seedTasks(file, repId, 10_000);
  const day: Asked = { name: 'day of a rep', method: 'GET', path: `/api/v1/today?personId=${repId}`, times: 40 };
  const changed: Asked = {
    ...{ ...day, name: 'day of a rep right after a change' },
    before: { method: 'POST', path: '/api/v1/accounts', body: newAccount },
  };
  await measureEach(file, { cookie, requests: [day, changed], size: '10,000 tasks and 500 accounts' }, report);
}

async function measureEach(
  file: string,
  { cookie, requests, size }: Plan,
  report: (figure: Figure) => void,
): Promise<void> {
  const statements = await statementsOf(file, requests, cookie);
  const { app, close } = await openBenchHouse(file);
  const database = openForReplay(file);
  for (const asked of requests) {
    const { sent = [], twin = [] } = statements.get(asked) ?? {};
    const constant: unknown = JSON.parse(await ask(app, asked, cookie));
    const bare = bareHono(asked, () => constant);
    const prepared = bareHono(asked, replay(database, sent, twin));
    const way = (one: Answering) => async () => void (await ask(one, asked, cookie));
    const { before } = asked;
    const prepare = async () => void (before && (await ask(app, before, cookie)));
    const times = await takeTurns({ real: way(app), bare: way(bare), prepared: way(prepared) }, asked.times, prepare);
    const name = `${asked.name}, ${size}`;
    for (const part of ['median', 'p95'] as const) {
      const [value, unit] = [times.real[part], 'ms'];
      report({ name: `${name}: ${part}, floor bare Hono`, value, unit, floor: times.bare[part] });
      report({ name: `${name}: ${part}, floor Hono with the same SQL`, value, unit, floor: times.prepared[part] });
    }
    report({ name: `${name}: statements sent`, value: sent.length, unit: 'statements' });
  }
  database.close();
  await close();
}

/** Measures both sizes, each on a database of its own, and reports every figure with its floor. */
export const run: Run = async (report) => {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-bench-'));
  try {
    await measureDay(join(folder, 'day.db'), report);
    await measureSearch(folder, report);
    for (const accounts of [10_000, 100_000]) await measure(join(folder, `${accounts}.db`), accounts, report);
    await measureDashboards(recordsOr(50_000), report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
