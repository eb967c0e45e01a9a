import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { goTo } from './go-to.ts';
import { password, signIn } from './sign-in.ts';
import type { Story, StoryContext } from './story.ts';
import { type Ask, openTwoTeams } from './two-teams.ts';

export const title =
  'Issues: a rep raises one with logistics, it comes back, is taken on and solved; the manager follows it, an outsider sees nothing';
export const dialects: Story['dialects'] = ['sqlite'];

/** Somebody of another department, who signs in and sees issues alone. */
async function hireMember(asVera: Ask, departmentId: string): Promise<void> {
  const person = { id: uuidv7(), name: 'Lou', email: 'lou@acme.example', role: 'member', departmentId };
  await asVera('post', '/api/v1/people', person);
  const invitation = { id: uuidv7(), personId: person.id };
  const { link } = await asVera<{ link: string }>('post', '/api/v1/invitations', invitation);
  await asVera('post', `/api/v1/invitations/${link.split('/').at(-1)}`, { password });
}

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step, picture } = context;
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { url } = server;
  const department = { id: uuidv7(), name: 'Logistics' };
  await asVera('post', '/api/v1/departments', department);
  await hireMember(asVera, department.id);
  const account = { id: uuidv7(), name: 'Huaxin', ownerId: idOf('Ann') };
  await asVera('post', '/api/v1/accounts', account);
  const [ann, lou] = [await openWindow(), await openWindow({ width: 390 })];
  const place = { address: '' };

  await step('Ann raises an urgent issue about her customer, from the customer’s page', async () => {
    await signIn(ann, url, 'ann@acme.example');
    await goTo(ann, `/accounts/${account.id}`);
    await ann.getByRole('link', { name: 'Raise an issue' }).click();
    const sheet = ann.getByRole('dialog', { name: 'Raise an issue' });
    await sheet.getByLabel('What is in the way').fill('The pump stands at customs');
    await sheet.getByRole('combobox', { name: 'Department' }).click();
    await ann.getByRole('option', { name: 'Logistics' }).click();
    await sheet.getByRole('radio', { name: 'Urgent' }).check();
    await sheet.getByText('within 8 working hours').waitFor();
    await sheet.getByRole('button', { name: 'Raise it' }).click();
    await ann.getByRole('heading', { name: 'The pump stands at customs' }).waitFor();
    await ann.getByRole('link', { name: 'Huaxin' }).waitFor();
    place.address = new URL(ann.url()).pathname;
    await picture(ann, 'raised');
  });
  await step('Lou of Logistics signs in, has one room, and finds nothing anywhere else', async () => {
    await signIn(lou, url, 'lou@acme.example');
    await lou.waitForURL(`${url}/review/issues`);
    await lou.getByRole('link', { name: 'The pump stands at customs' }).waitFor();
    assert.equal(await lou.getByText('Huaxin').count(), 0);
    await picture(lou, 'member');
    for (const path of [`/accounts/${account.id}`, '/review/week']) {
      await goTo(lou, path);
      await lou
        .getByText(/There is nothing/)
        .first()
        .waitFor();
    }
    for (const path of [`accounts/${account.id}`, 'people', 'today', 'changes', 'export/accounts.csv']) {
      const answer = await lou.request.get(`${url}/api/v1/${path}`);
      assert.equal(answer.status(), 404, path);
    }
    const found = async (words: string) =>
      (await (await lou.request.get(`${url}/api/v1/search?q=${words}`)).json()).items.map(
        ({ kind, label }: { kind: string; label: string }) => `${kind} ${label}`,
      );
    assert.deepEqual(await found('huaxin'), [], 'the customer of an issue is not theirs to find');
    assert.deepEqual(await found('customs'), ['issue The pump stands at customs']);
  });
  await step('he sends it back with the reason, and Ann sends it again', async () => {
    await lou.goto(url + place.address);
    await lou.getByRole('button', { name: 'Send back' }).click();
    await lou.getByRole('dialog').getByLabel('Why it comes back').fill('Which container?');
    await lou.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
    await lou.getByText('Lou sent it back').waitFor();
    await ann.reload();
    await ann.getByText('Which container?').waitFor();
    await ann.getByRole('button', { name: 'Send again' }).click();
    await ann.getByRole('dialog').getByLabel('What is different now').fill('MSKU 123');
    await ann.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await ann.getByText('Ann sent it again').waitFor();
  });
  await step('Lou takes it on and solves it, and says what is done otherwise from now on', async () => {
    await lou.reload();
    await lou.getByRole('button', { name: 'Take on' }).click();
    await lou.getByRole('dialog').getByRole('button', { name: 'Take on' }).click();
    await lou.getByText('Lou took it on').waitFor();
    await lou.getByRole('button', { name: 'Solved' }).click();
    await lou.getByRole('dialog').getByLabel('How it was solved').fill('Released this morning');
    await lou.getByRole('dialog').getByLabel('What we do otherwise from now on').fill('Papers before the ship sails');
    await lou.getByRole('dialog').getByRole('button', { name: 'Solved' }).click();
    await lou.getByText('Lou solved it').waitFor();
  });
  await step('the manager reads it on the board and on the customer’s line; Ben of South sees nothing', async () => {
    const mia = await openWindow();
    await signIn(mia, url, 'mia@acme.example');
    await goTo(mia, '/review/issues');
    await mia.getByRole('link', { name: 'The pump stands at customs' }).click();
    await mia.getByText('Papers before the ship sails').waitFor();
    await picture(mia, 'solved');
    await goTo(mia, `/accounts/${account.id}`);
    await mia.getByRole('link', { name: 'Issue raised: The pump stands at customs' }).waitFor();
    const ben = await openWindow();
    await signIn(ben, url, 'ben@acme.example');
    await ben.goto(url + place.address);
    await ben
      .getByText(/There is nothing/)
      .first()
      .waitFor();
    await goTo(ben, '/review/issues');
    await ben.getByText('Nothing is in the way').first().waitFor();
  });
}
