import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { findingsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { addCai } from './north-reps.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { askFrom, openTwoTeams } from './two-teams.ts';

export const title = 'Cai leaves: not before everything is handed over, and what was sold stays theirs';

export async function run(context: StoryContext): Promise<void> {
  const { server, vera, asVera, idOf } = await openTwoTeams(context);
  const { openWindow, step, picture } = context;
  const { url } = server;
  const caiId = await addCai(asVera);
  const [cai, mia, ann, ben] = [await openWindow(), await openWindow(), await openWindow(), await openWindow()];
  for (const [page, who] of [
    [cai, 'cai'] as const,
    [mia, 'mia'] as const,
    [ann, 'ann'] as const,
    [ben, 'ben'] as const,
  ])
    await signIn(page, url, `${who}@acme.example`);
  const asCai = askFrom(cai, url);
  const { today } = await asVera<{ today: string }>('get', '/api/v1/me');
  const [backed, bare] = [uuidv7(), uuidv7()];
  await asCai('post', '/api/v1/accounts', { id: backed, name: 'Northlight Pumps', backupId: idOf('Ann') });
  await asCai('post', '/api/v1/accounts', { id: bare, name: 'Kessler Valves' });
  await asCai('post', '/api/v1/opportunities', {
    id: uuidv7(),
    name: 'Twelve pumps',
    accountId: backed,
    amountMinor: 900_00,
  });
  await asCai('post', '/api/v1/activities', {
    ...{ id: uuidv7(), kind: 'call', onDay: today },
    isDone: false,
    subject: 'call back',
    accountId: backed,
  });
  await asCai('post', '/api/v1/sales', { id: uuidv7(), day: today, revenueMinor: 700_00, accountId: backed });
  const path = `/team/leavers/${caiId}`;
  const section = (name: string) => mia.getByRole('region', { name, exact: true });

  await step('neither by the wizard nor by the list of people while one item is theirs', async () => {
    await goTo(mia, path);
    await mia.getByText('4 items are still theirs.').waitFor();
    assert.equal(await mia.getByRole('button', { name: 'Finish' }).isDisabled(), true);
    const finish = await mia.request.post(`${url}/api/v1/leavers/${caiId}/finish`, {
      data: { lastDay: today },
      headers: { origin: url },
    });
    assert.deepEqual([finish.status(), (await finish.json()).code], [409, 'still-owns']);
    const plain = await vera.request.patch(`${url}/api/v1/people/${caiId}`, {
      data: { isActive: false },
      headers: { origin: url, 'if-match': '1' },
    });
    assert.equal((await plain.json()).code, 'still-owns');
    assert.deepEqual((await findingsOf(mia)).serious, []);
    await picture(mia, 'leaver');
  });
  await step('a colleague and another team are refused, and nothing happened', async () => {
    for (const page of [ann, ben]) {
      assert.equal((await page.request.get(`${url}/api/v1/leavers/${caiId}`)).status(), 403);
      await goTo(page, path);
      await page.getByText('Your role does not allow this.').waitFor();
    }
  });
  await step('each account goes to its backup, with what hangs on it; the one without stays and says why', async () => {
    await section('Accounts').getByRole('combobox', { name: 'How it is handed over' }).click();
    await mia.getByRole('option', { name: 'Each to its backup' }).click();
    await section('Accounts')
      .getByRole('button', { name: /Hand over 2/ })
      .click();
    await section('Accounts')
      .getByText(/Kessler Valves: /)
      .waitFor();
    await mia.getByText('1 item is still theirs.').waitFor();
    const moved = await askFrom(ann, url)<{ owner: { name: string } }>('get', `/api/v1/accounts/${backed}`);
    assert.equal(moved.owner.name, 'Ann');
  });
  await step('the last goes to one person, and Mia finishes', async () => {
    await section('Accounts').getByRole('combobox', { name: 'How it is handed over' }).click();
    await mia.getByRole('option', { name: 'To one person' }).click();
    await section('Accounts')
      .getByLabel(/To whom/)
      .click();
    await mia.getByRole('option', { name: 'Ann', exact: true }).click();
    await section('Accounts')
      .getByRole('button', { name: /Hand over 1/ })
      .click();
    await mia.getByText('Nothing is in their name any more.').waitFor();
    await mia.getByRole('button', { name: 'Finish' }).click();
    await mia.getByText(/Cai has left; the last day was/).waitFor();
    assert.equal((await cai.request.get(`${url}/api/v1/me`)).status(), 401);
  });
  await step('what Cai sold stays theirs, and the trail names both', async () => {
    const days = 'from=2000-01-01&to=2199-12-31';
    const { rows } = await asVera<{ rows: { key: string | null; value: number }[] }>(
      'get',
      `/api/v1/figures/revenue?${days}&by=rep`,
    );
    assert.ok(
      rows.some(({ key, value }) => key === 'Cai' && value === 700_00),
      JSON.stringify(rows),
    );
    await goTo(ann, `/accounts/${bare}`);
    await ann.getByText('Cai → Ann').first().waitFor();
  });
}
