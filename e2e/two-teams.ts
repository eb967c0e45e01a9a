import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { administrator, setUpAcme } from './set-up.ts';
import { password } from './sign-in.ts';
import type { RunningServer, StoryContext } from './story.ts';

/** Asks the server without a screen: the body of the answer, which must not be a refusal. */
export type Ask = <T = unknown>(
  method: 'get' | 'post' | 'put' | 'patch',
  path: string,
  data?: unknown,
  ifMatch?: number,
) => Promise<T>;

/** Asks as whoever is signed in in this window. */
export function askFrom({ request }: Page, url: string): Ask {
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

/**
 * An organisation of two teams: Ann sells in North, Ben in South, Mia leads North, Vera administers. All have the password of
 * the stories, and `<name>@acme.example`. `asVera` asks the server as the administrator, `idOf` tells a person's id.
 */
export async function openTwoTeams({ startServer, openWindow, milepost }: StoryContext): Promise<{
  server: RunningServer;
  vera: Page;
  asVera: Ask;
  idOf: (name: (typeof people)[number][0]) => string;
}> {
  const server = await startServer();
  await setUpAcme(milepost, server);
  const vera = await openWindow();
  const asVera = askFrom(vera, server.url);
  await asVera('post', '/api/auth/sign-in/email', { email: administrator, password });
  const teams = new Map<string, string>();
  for (const name of ['North', 'South']) {
    const team = { id: uuidv7(), name, parentId: null, managerId: null };
    await asVera('post', '/api/v1/teams', team);
    teams.set(name, team.id);
  }
  const ids = new Map<string, string>();
  for (const [name, role, team] of people) {
    const person = { id: uuidv7(), name, email: `${name.toLowerCase()}@acme.example`, role, teamId: teams.get(team) };
    await asVera('post', '/api/v1/people', person);
    const invitation = { id: uuidv7(), personId: person.id };
    const { link } = await asVera<{ link: string }>('post', '/api/v1/invitations', invitation);
    await asVera('post', `/api/v1/invitations/${link.split('/').at(-1)}`, { password });
    ids.set(name, person.id);
    if (role === 'manager') await asVera('patch', `/api/v1/teams/${person.teamId}`, { managerId: person.id }, 1);
  }
  return { server, vera, asVera, idOf: (name) => ids.get(name) ?? '' };
}
