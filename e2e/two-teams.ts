import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { type APIRequestContext, type Page, request } from 'playwright-core';
import { administrator, setUpAcme } from './set-up.ts';
import { letIn, password } from './sign-in.ts';
import type { LeftBehind } from './start-server.ts';
import type { Dialect, RunningServer, StoryContext } from './story.ts';

/** Asks the server without a screen: the body of the answer, which must not be a refusal. */
export type Ask = <T = unknown>(
  method: 'get' | 'post' | 'put' | 'patch',
  path: string,
  data?: unknown,
  ifMatch?: number,
) => Promise<T>;

/** Asks as whoever is signed in in this window. */
export function askFrom({ request }: { request: APIRequestContext }, url: string): Ask {
  return async (method, path, data, ifMatch) => {
    const answer = await request[method](url + path, {
      ...(data === undefined ? {} : { data }),
      headers: { origin: url, ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }) },
    });
    assert.ok(answer.ok(), `${method} ${path} answered ${answer.status()}: ${await answer.text()}`);
    return (await answer.json().catch(() => undefined)) as never;
  };
}

const people = [
  ['Ann', 'rep', 'North'],
  ['Mia', 'manager', 'North'],
  ['Ben', 'rep', 'South'],
] as const;
type Name = (typeof people)[number][0];

/** The organisation of two teams as its server left it, and the ids of its people. */
export type TwoTeamsLeft = { readonly left: LeftBehind; readonly ids: Readonly<Record<string, string>> };

/** Where `run.ts` tells the tellings on a database what was left for them. */
export const twoTeamsLeftIn = (dialect: Dialect) => `E2E_TWO_TEAMS_${dialect.toUpperCase()}`;

/** Founds the two teams on the server, through the API as `asVera`. Answers with the ids of the people by their names. */
async function found(asVera: Ask): Promise<Record<string, string>> {
  const teams = new Map<string, string>();
  for (const name of ['North', 'South']) {
    const team = { id: uuidv7(), name, parentId: null, managerId: null };
    await asVera('post', '/api/v1/teams', team);
    teams.set(name, team.id);
  }
  const ids: Record<string, string> = {};
  for (const [name, role, team] of people) {
    const person = { id: uuidv7(), name, email: `${name.toLowerCase()}@acme.example`, role, teamId: teams.get(team) };
    await asVera('post', '/api/v1/people', person);
    const invitation = { id: uuidv7(), personId: person.id };
    const { link } = await asVera<{ link: string }>('post', '/api/v1/invitations', invitation);
    await asVera('post', `/api/v1/invitations/${link.split('/').at(-1)}`, { password });
    ids[name] = person.id;
    if (role === 'manager') await asVera('patch', `/api/v1/teams/${person.teamId}`, { managerId: person.id }, 1);
  }
  return ids;
}

/** Founds the organisation once, for every telling to begin with a copy of it. Its server has ended then. */
export async function leaveTwoTeams({ startServer, milepost }: StoryContext): Promise<TwoTeamsLeft> {
  const server = await startServer();
  await setUpAcme(milepost, server);
  const asking = await request.newContext();
  await letIn({ request: asking }, server.url, administrator);
  const ids = await found(askFrom({ request: asking }, server.url));
  await asking.dispose();
  await server.stop();
  return { left: server.left, ids };
}

/**
 * An organisation of two teams: Ann sells in North, Ben in South, Mia leads North, Vera administers. All have the password of
 * the stories, and `<name>@acme.example`. `asVera` asks the server as the administrator, `idOf` tells a person's id.
 */
export async function openTwoTeams(context: StoryContext): Promise<{
  server: RunningServer;
  vera: Page;
  asVera: Ask;
  idOf: (name: Name) => string;
}> {
  const { startServer, openWindow, dialect } = context;
  const founded = process.env[twoTeamsLeftIn(dialect)];
  // A measurement, which nobody has founded it for, founds it by itself.
  const { left, ids } = founded ? (JSON.parse(founded) as TwoTeamsLeft) : await leaveTwoTeams(context);
  const server = await startServer({ from: left });
  const vera = await openWindow();
  await letIn(vera, server.url, administrator);
  return { server, vera, asVera: askFrom(vera, server.url), idOf: (name) => ids[name] ?? '' };
}
