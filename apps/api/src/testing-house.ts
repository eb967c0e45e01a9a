import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OrganisationSettings } from '@milepost/contract/organisation';
import type { Role } from '@milepost/contract/people';
import { foldName } from '@milepost/core/identity/fold-name';
import { pino } from 'pino';
import { createApp } from './app.ts';
import type { Actor } from './auth/actor.ts';
import { actorOfPerson, operatorOf } from './auth/session.ts';
import { systemClock } from './clock.ts';
import type { OpenTestDatabase } from './db/testing.ts';
import type { Deps } from './deps.ts';
import type { Post } from './features/mail/post.ts';
import type { MailSource } from './features/mailboxes/mail-source.ts';
import { organisations } from './features/organisation/store.ts';
import { noTerms, people, signIns, teams } from './features/people/store.ts';
import { plainSettings, setUp } from './features/set-up/set-up.ts';
import { type Courier, openCourier } from './features/webhooks/courier.ts';
import type { App } from './http/app.ts';
import { uuidv7 } from './ids.ts';
import { openHouse } from './open-house.ts';

type Answer<T> = { status: number; body: T; etag: string | null };

/** A signed-in person of the cast: `call` sends a request with their session and answers the parsed body. */
export type CastMember = {
  id: string;
  name: string;
  token: string;
  actor(): Promise<Actor>;
  // biome-ignore lint/suspicious/noExplicitAny: a story looks into answers of every shape, and asserts what it finds
  call<T = any>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
};

export type TestHouse = {
  deps: Deps;
  app: App;
  orgId: string;
  operator: Actor;
  teams: { sales: string; east: string; west: string };
  /** Administrator. */
  vera: CastMember;
  /** Manager of team East. */
  max: CastMember;
  /** Rep in team East. */
  ann: CastMember;
  /** Second rep in team East. */
  ben: CastMember;
  /** Rep in team West: the outsider. */
  oda: CastMember;
  /** Somebody else of the organisation, signed in. */
  member(id: string, name: string): Promise<CastMember>;
};

/**
 * An organisation with a cast, on a database of its own: Sales (led by Vera, admin) with East (Max; Ann, Ben) and West (Oda).
 * The day is 2026-03-16 unless `now` says otherwise (a function of it lets time pass); the currency USD.
 */
export async function openTestHouse(
  open: OpenTestDatabase,
  {
    now = '2026-03-16T09:00:00.000Z',
    settings = {},
    post = null,
    courier = openCourier({ allowsPrivate: false }),
    mailSource,
    dropDomain = null,
  }: {
    now?: string | (() => string);
    settings?: Partial<OrganisationSettings>;
    post?: Post | null;
    courier?: Courier;
    mailSource?: MailSource;
    dropDomain?: string | null;
  } = {},
): Promise<TestHouse> {
  const database = await open();
  const filesFolder = mkdtempSync(join(tmpdir(), 'milepost-files-'));
  const house = await openHouse({
    databaseUrl: database.url,
    database,
    secret: 'a secret of the tests, long enough for them',
    baseUrl: 'http://localhost',
    log: pino({ level: 'silent' }),
    clock: systemClock(() => new Date(typeof now === 'string' ? now : now())),
    attemptsPerMinute: 1000,
    post,
    courier,
    ...(mailSource ? { mailSource } : {}),
    dropDomain,
    filesFolder,
  });
  const { deps } = house;
  closeWith.push(async () => {
    await house.close();
    await database.close();
    rmSync(filesFolder, { recursive: true, force: true });
  });
  const app = createApp(deps);
  const vera = { id: uuidv7(), name: 'Vera', email: 'vera@acme.example', password: null };
  const { orgId } = await setUp(
    deps,
    { organisation: { ...plainSettings('Acme', 'USD'), ...settings }, admin: vera },
    { onlyFirst: true },
  );
  const operator = operatorOf(await organisations.get(deps.db, orgId));
  const ids = {
    sales: uuidv7(),
    east: uuidv7(),
    west: uuidv7(),
    max: uuidv7(),
    ann: uuidv7(),
    ben: uuidv7(),
    oda: uuidv7(),
  };
  const cast: [string, string, Role, string | null][] = [
    [ids.max, 'Max', 'manager', ids.sales],
    [ids.ann, 'Ann', 'rep', ids.east],
    [ids.ben, 'Ben', 'rep', ids.east],
    [ids.oda, 'Oda', 'rep', ids.west],
  ];
  await deps.transact(operator, async (work) => {
    const team = (id: string, name: string, parent_id: string | null, manager_id: string | null) =>
      teams.create(work, { id, name, name_key: foldName(name), parent_id, manager_id });
    await team(ids.sales, 'Sales', null, vera.id);
    await team(ids.east, 'East', ids.sales, ids.max);
    await team(ids.west, 'West', ids.sales, null);
    for (const [id, name, role, team_id] of cast) {
      const email = `${name.toLowerCase()}@acme.example`;
      await people.create(work, {
        id,
        user_id: null,
        name,
        name_key: foldName(name),
        email,
        email_key: email,
        role,
        title: null,
        office: null,
        external_id: null,
        team_id,
        department_id: null,
        is_active: 1,
        ...noTerms,
      });
      await signIns.create(work, { id, name, email }, 'no password: the cast signs in by session');
    }
    await signIns.create(work, vera, 'no password: the cast signs in by session');
  });
  const member = async (id: string, name: string): Promise<CastMember> => {
    const person = await people.get(deps.db, operator, id);
    const context = await deps.auth.$context;
    const { token } = await context.internalAdapter.createSession(person.user_id ?? '');
    return {
      id,
      name,
      token,
      actor: async () => actorOfPerson(deps.db, await people.get(deps.db, operator, id)),
      async call(method, path, body, headers = {}) {
        const isWhole = body instanceof FormData || body instanceof Blob;
        const response = await app.request(path, {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined || isWhole ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: isWhole ? body : JSON.stringify(body) }),
        });
        const text = await response.text();
        const isJson = response.headers.get('content-type')?.includes('json') ?? false;
        return {
          status: response.status,
          body: (isJson && text ? JSON.parse(text) : text) as never,
          etag: response.headers.get('etag'),
        };
      },
    };
  };
  return {
    deps,
    app,
    orgId,
    operator,
    teams: { sales: ids.sales, east: ids.east, west: ids.west },
    vera: await member(vera.id, 'Vera'),
    max: await member(ids.max, 'Max'),
    ann: await member(ids.ann, 'Ann'),
    ben: await member(ids.ben, 'Ben'),
    oda: await member(ids.oda, 'Oda'),
    member,
  };
}

/** Closed by the tests that opened them: see `closeTestHouses`. */
const closeWith: (() => Promise<void>)[] = [];

/** For `afterEach`: lets go of every house that was opened. */
export async function closeTestHouses(): Promise<void> {
  for (const close of closeWith.splice(0)) await close();
}
