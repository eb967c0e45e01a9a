import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { type Ask, askFrom, openTwoTeams } from './two-teams.ts';

export const title = 'Two records that are one: a rep merges them, the manager takes it back, an outsider sees neither';

type Listed = { items: { id: string; name: string }[]; total: number };
const listed = (ask: Ask, path: string, accountId: string): Promise<Listed> =>
  ask(
    'get',
    `/api/v1${path}?count=1&filter=${encodeURIComponent(JSON.stringify([{ field: 'accountId', op: 'is', value: accountId }]))}`,
  );

export async function run(context: StoryContext): Promise<void> {
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { openWindow, step, picture } = context;
  const [stays, goes] = [uuidv7(), uuidv7()];
  const ownerId = idOf('Ann');
  await asVera('post', '/api/v1/accounts', { id: stays, name: 'Huaxin Instruments', region: 'East', ownerId });
  await asVera('post', '/api/v1/accounts', {
    id: goes,
    name: 'Huaxin Instruments Ltd.',
    phone: '+49 30 901820',
    ownerId,
  });
  await asVera('post', '/api/v1/contacts', { id: uuidv7(), name: 'Jane Doe', accountId: goes });
  await asVera('post', '/api/v1/opportunities', { id: uuidv7(), name: 'Six pumps', accountId: goes, ownerId });
  const pages = new Map<string, Page>();
  for (const who of ['ann', 'mia', 'ben']) {
    const page = await openWindow();
    await signIn(page, server.url, `${who}@acme.example`);
    pages.set(who, page);
  }
  const [ann, mia, ben] = ['ann', 'mia', 'ben'].map((who) => pages.get(who) as Page) as [Page, Page, Page];

  await step('the rep finds the two among the duplicates, with the reason, and merges them', async () => {
    await goTo(ann, '/duplicates');
    await ann.getByRole('button', { name: 'Merge Huaxin Instruments and Huaxin Instruments Ltd.' }).click();
    const dialog = ann.getByRole('dialog', { name: 'Merge two records' });
    await dialog.getByText('Huaxin Instruments Ltd. goes to the archive').waitFor();
    assert.deepEqual((await findingsOf(ann)).serious, []);
    await picture(ann, 'merge');
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
    await ann.waitForURL(`${server.url}/accounts/${stays}`);
    await ann.getByRole('heading', { name: 'Merged into this record' }).waitFor();
    await ann.getByRole('link', { name: 'Jane Doe' }).first().waitFor();
  });
  await step('everything that belonged to the other one is there, and its old address leads here', async () => {
    const ask = askFrom(ann, server.url);
    assert.deepEqual(
      (await listed(ask, '/contacts', stays)).items.map(({ name }) => name),
      ['Jane Doe'],
    );
    assert.deepEqual(
      (await listed(ask, '/opportunities', stays)).items.map(({ name }) => name),
      ['Six pumps'],
    );
    await goTo(ann, `/accounts/${goes}`);
    await ann.getByRole('heading', { level: 1, name: 'Huaxin Instruments', exact: true }).waitFor();
    assert.equal((await ask<{ phone: string }>('get', `/api/v1/accounts/${stays}`)).phone, '+49 30 901820');
  });
  await step('an outsider sees neither the two nor what became of them', async () => {
    await goTo(ben, '/duplicates');
    await ben.getByText('No two records here look like one.').waitFor();
    for (const id of [stays, goes]) {
      const answer = await ben.request.get(`${server.url}/api/v1/accounts/${id}`);
      assert.equal(answer.status(), 404);
    }
    const { items } = await askFrom(ben, server.url)<Listed>('get', '/api/v1/search?q=huaxin');
    assert.deepEqual(items, []);
  });
  await step('the manager takes it back: two records again, each with what was its own', async () => {
    await goTo(mia, `/accounts/${stays}`);
    await mia.getByRole('button', { name: 'Undo the merge' }).click();
    await mia.getByText('Two records again', { exact: true }).waitFor();
    await mia.getByRole('complementary').getByRole('link', { name: 'Jane Doe' }).waitFor({ state: 'detached' });
    const ask = askFrom(mia, server.url);
    assert.equal((await listed(ask, '/contacts', goes)).total, 1);
    assert.equal((await listed(ask, '/opportunities', stays)).total, 0);
    await goTo(mia, `/accounts/${goes}`);
    await mia.getByRole('heading', { level: 1, name: 'Huaxin Instruments Ltd.' }).waitFor();
  });
}
