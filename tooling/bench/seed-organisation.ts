import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '@milepost/api/app';
import { operatorOf } from '@milepost/api/auth/session';
import { systemClock } from '@milepost/api/clock';
import { organisations } from '@milepost/api/features/organisation/store';
import { plainSettings } from '@milepost/api/features/set-up/set-up';
import { uuidv7 } from '@milepost/api/ids';
import { openHouse } from '@milepost/api/open-house';
import { pino } from 'pino';
import { bulkInsert, bulkRows } from './bulk-rows.ts';

type House = Awaited<ReturnType<typeof openHouse>>;
export type App = ReturnType<typeof createApp>;
type OpenOptions = Pick<Parameters<typeof openHouse>[0], 'onStatement'>;

/** A fixed day, so that every run asks for the same days. */
const now = '2026-09-16T09:00:00.000Z';
export const today = now.slice(0, 10);
const password = 'a long walk by the sea';
const origin = 'http://localhost';
const adminEmail = 'vera@acme.example';
/** The manager of the first team: the one who is measured. */
const managerEmail = 'manager-0@acme.example';
const teamCount = 10;
const repsOfTeam = 10;
const lines = ['Filters', 'Meters', 'Pumps', 'Seals', 'Service', 'Valves'];
const salesOfEach = 2;

/** The product's own house on a SQLite file, asked without a network. */
export const openBenchHouse = (file: string, options: OpenOptions = {}): Promise<House & { app: App }> =>
  openBenchHouseAt(`sqlite:${file}`, options);

/** The same on any database. */
export async function openBenchHouseAt(databaseUrl: string, options: OpenOptions = {}): Promise<House & { app: App }> {
  const house = await openHouse({
    databaseUrl,
    secret: 'a secret of the benchmarks, long enough for them',
    baseUrl: origin,
    log: pino({ level: 'silent' }),
    clock: systemClock(() => new Date(now)),
    filesFolder: join(tmpdir(), 'milepost-bench-files'),
    ...options,
  });
  return { ...house, app: createApp(house.deps) };
}

/** Sends one request, with the cookie of somebody, and insists on success. */
async function send(
  app: App,
  path: string,
  { cookie, body, version }: { cookie?: string; body: unknown; version?: number },
) {
  const response = await app.request(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin,
      ...(cookie === undefined ? {} : { cookie }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** Signs in by mail and password; the cookie that the browser would keep. */
async function signIn(app: App, email: string): Promise<string> {
  const response = await send(app, '/api/auth/sign-in/email', { body: { email, password } });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Ten teams with a manager and ten reps each, and the products they sell. */
async function seedPeople(app: App, admin: string) {
  const create = (path: string, body: { id: string; [field: string]: unknown }) =>
    send(app, `/api/v1${path}`, { cookie: admin, body });
  const reps: { id: string; teamId: string }[] = [];
  for (let team = 0; team < teamCount; team += 1) {
    const [teamId, managerId] = [uuidv7(), uuidv7()];
    const email = `manager-${team}@acme.example`;
    await create('/people', { id: managerId, name: `Manager ${team}`, email, role: 'manager' });
    await create('/teams', { id: teamId, name: `Team ${team}`, parentId: null, managerId });
    for (let rep = 0; rep < repsOfTeam; rep += 1) {
      const id = uuidv7();
      await create('/people', { id, name: `Rep ${team}-${rep}`, role: 'rep', teamId });
      reps.push({ id, teamId });
    }
    if (email !== managerEmail) continue;
    const invited = await create('/invitations', { id: uuidv7(), personId: managerId });
    const { link } = (await invited.json()) as { link: string };
    await send(app, `/api/v1/invitations/${link.split('/').at(-1)}`, { body: { password } });
  }
  const products = [];
  for (let place = 0; place < 18; place += 1) {
    const product = { id: uuidv7(), line: lines[place % lines.length] as string, price: 4_900 + place * 7_310 };
    await create('/products', { id: product.id, name: `Product ${place}`, line: product.line });
    products.push(product);
  }
  return { reps, products };
}

/** A plan of the year for everybody, published. */
async function publishTarget(app: App, admin: string, reps: readonly { id: string }[]): Promise<void> {
  const id = uuidv7();
  const weigh = (ids: readonly string[]) => ids.map((one, place) => ({ id: one, weight: place + 1 }));
  await send(app, '/api/v1/targets', {
    cookie: admin,
    body: {
      id,
      name: 'Revenue 2026',
      fiscalYear: 2026,
      totalMinor: 20_000_000_000,
      months: { kind: 'even' },
      persons: weigh(reps.map((rep) => rep.id)),
      lines: weigh(lines),
    },
  });
  await send(app, `/api/v1/targets/${id}/publish`, { cookie: admin, version: 1, body: { reason: 'agreed' } });
}

/** Set-up, people, products and a published plan; the session of the administrator. */
export async function seedPeopleAt(app: App) {
  const admin = { id: uuidv7(), name: 'Vera', email: adminEmail, password };
  await send(app, '/api/v1/setup', { body: { organisation: plainSettings('Acme', 'EUR'), admin } });
  const cookie = await signIn(app, adminEmail);
  const { reps, products } = await seedPeople(app, cookie);
  await publishTarget(app, cookie, reps);
  return { cookie, reps, products };
}

/** Set-up, people, products; then the rows of everything else, which the caller writes while the house is closed. */
async function seedByRequests(file: string, accounts: number) {
  const { app, deps, close } = await openBenchHouse(file);
  const admin = { id: uuidv7(), name: 'Vera', email: adminEmail, password };
  await send(app, '/api/v1/setup', { body: { organisation: plainSettings('Acme', 'EUR'), admin } });
  const { reps, products } = await seedPeople(app, await signIn(app, adminEmail));
  const [organisation] = await organisations.all(deps.db);
  if (!organisation) throw new Error('The set-up left no organisation.');
  const rows = await deps.transact(operatorOf(organisation.view), async (work) =>
    bulkRows({ work, today, accounts, salesOfEach, reps, products }),
  );
  await close();
  return { reps, rows };
}

/**
 * An organisation in the middle of its year: teams and a published target by the API, accounts and three years of sales straight
 * into the file.
 * @returns the session cookie of a team's manager, one of the manager's accounts, and the rep whose it is
 */
export async function seedOrganisation(
  file: string,
  accounts: number,
): Promise<{ cookie: string; accountId: string; repId: string }> {
  const { reps, rows } = await seedByRequests(file, accounts);
  bulkInsert(file, rows);
  const { app, close } = await openBenchHouse(file);
  await publishTarget(app, await signIn(app, adminEmail), reps);
  const cookie = await signIn(app, managerEmail);
  await close();
  const [rep] = reps;
  const own = rows.account.find((account) => account.owner_id === rep?.id);
  if (!rep || !own) throw new Error('The manager has no account.');
  return { cookie, accountId: own.id, repId: rep.id };
}
