import assert from 'node:assert/strict';
import { password } from './sign-in.ts';
import type { RunningServer, StoryContext } from './story.ts';

/** The administrator of every story that does not set up by the screen. */
export const administrator = 'vera@acme.example';

/** The first day, by the operator's tool: the organisation Acme, and Vera who administers it. */
export async function setUpAcme(milepost: StoryContext['milepost'], server: RunningServer): Promise<void> {
  const said = [
    '--org',
    'Acme',
    '--currency',
    'EUR',
    '--admin',
    administrator,
    '--name',
    'Vera',
    '--password',
    password,
  ];
  const { code, stderr } = await milepost(server, 'setup', ...said);
  assert.equal(code, 0, stderr);
}
