import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { findingsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { openTwoTeams } from './two-teams.ts';

export const title =
  'The file of a customer: a rep and the manager look at it together, see who decides, and share a file; an outsider sees nothing';

export async function run(context: StoryContext): Promise<void> {
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { openWindow, step, picture } = context;
  const [accountId, dora, bo, cem] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await asVera('post', '/api/v1/accounts', { id: accountId, name: 'Huaxin Instruments', ownerId: idOf('Ann') });
  const decider = { buyingRole: 'decider', influence: 3, stance: 'against' };
  await asVera('post', '/api/v1/contacts', { id: dora, name: 'Dora Deng', accountId, title: 'Director', ...decider });
  const buyer = { buyingRole: 'buyer', influence: 2, stance: 'open', reportsToId: dora };
  await asVera('post', '/api/v1/contacts', { id: bo, name: 'Bo Berg', accountId, title: 'Purchasing', ...buyer });
  const champion = { buyingRole: 'champion', influence: 1, stance: 'for' };
  await asVera('post', '/api/v1/contacts', { id: cem, name: 'Cem Can', accountId, title: 'Maintenance', ...champion });
  const [ann, mia, ben] = [await openWindow(), await openWindow(), await openWindow()];
  await signIn(ann, server.url, 'ann@acme.example');
  await signIn(mia, server.url, 'mia@acme.example');
  await signIn(ben, server.url, 'ben@acme.example');
  const place = `${server.url}/accounts/${accountId}`;

  await step('the rep sees who decides, and says who knows whom: now there is a way in', async () => {
    await ann.goto(place);
    await ann.getByText('Dora Deng is to be won, and nobody who is for us is known to reach them.').waitFor();
    await ann.getByText('Nobody is known as: Influencer, User, and Gatekeeper.').waitFor();
    await ann.getByRole('button', { name: /^Cem Can/ }).press('Enter');
    await ann.getByRole('combobox', { name: 'Add somebody they know' }).click();
    await ann.getByRole('option', { name: 'Bo Berg' }).click();
    await ann.getByText('Dora Deng is to be won. The way there: Cem Can → Bo Berg → Dora Deng.').waitFor();
    assert.deepEqual((await findingsOf(ann)).serious, []);
    await picture(ann, 'file-map');
    await ann.getByRole('button', { name: 'List', exact: true }).click();
    await ann.getByText('Reports to Dora Deng').waitFor();
  });
  await step('the manager opens it too: each is told of the other', async () => {
    await mia.goto(place);
    await mia.getByText('Ann is looking at this').waitFor();
    await ann.getByText('Mia is looking at this').waitFor();
  });
  await step('a file that the rep brings stands on the line of the manager at once', async () => {
    const chooser = ann.waitForEvent('filechooser');
    await ann.getByRole('button', { name: 'Add files' }).click();
    const buffer = Buffer.from('%PDF-1.7\nAn offer.');
    await (await chooser).setFiles({ name: '报价 offer.pdf', mimeType: 'application/pdf', buffer });
    await mia.getByRole('link', { name: '报价 offer.pdf' }).first().waitFor();
    await mia.getByRole('button', { name: 'Files', exact: true }).click();
    await mia
      .getByText(/^Changes|Nothing of this kind/)
      .first()
      .waitFor({ state: 'attached' });
    await mia.getByRole('list').getByRole('link', { name: '报价 offer.pdf' }).first().waitFor();
    await picture(mia, 'file-line');
  });
  await step('who leaves is gone', async () => {
    await goTo(mia, '/accounts');
    await ann.getByText('Mia is looking at this').waitFor({ state: 'detached' });
  });
  await step('the outsider sees neither the customer nor its file, and nothing happened', async () => {
    await ben.goto(place);
    await ben.getByText('not-found').first().waitFor();
    const status = await ben.evaluate(
      async (id) => (await fetch(`/api/v1/presence/account/${id}`, { method: 'PUT' })).status,
      accountId,
    );
    assert.equal(status, 404);
    assert.equal(await ann.getByText('Ben is looking at this').count(), 0);
  });
}
