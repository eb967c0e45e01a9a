import { uuidv7 } from '@milepost/api/ids';
import { password } from './sign-in.ts';
import type { Ask } from './two-teams.ts';

/** A second rep in Ann's team, Cai, who signs in like the others; answers with the id. */
export async function addCai(asVera: Ask): Promise<string> {
  const { items } = await asVera<{ items: { id: string; name: string }[] }>('get', '/api/v1/teams');
  const teamId = items.find(({ name }) => name === 'North')?.id ?? null;
  const cai = { id: uuidv7(), name: 'Cai', email: 'cai@acme.example', role: 'rep', teamId };
  await asVera('post', '/api/v1/people', cai);
  const invitation = { id: uuidv7(), personId: cai.id };
  const { link } = await asVera<{ link: string }>('post', '/api/v1/invitations', invitation);
  await asVera('post', `/api/v1/invitations/${link.split('/').at(-1)}`, { password });
  return cai.id;
}
