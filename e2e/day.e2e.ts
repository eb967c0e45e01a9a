import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { goTo } from './go-to.ts';
import { signIn, signInByScreen } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { type Ask, askFrom, openTwoTeams } from './two-teams.ts';
import { until } from './until.ts';

export const title = "A rep's day: today → log → next step → the list ranks live; as rep, manager and outsider";

const account = { id: uuidv7(), name: 'Northlight Pumps' };
const quiet = { id: uuidv7(), name: 'Quiet Mills' };
const called = { id: uuidv7(), subject: 'Ask about the offer' };

/** What stands on the list, in its order. */
const listed = (page: Page) => page.locator('[data-item] p:first-child > :first-child').allTextContents();
async function waitForList(page: Page, expected: readonly string[]): Promise<void> {
  await until(
    async () => (await listed(page)).map((name) => name.trim()),
    (now) => isDeepStrictEqual(now, expected),
  );
}

async function furnish(asVera: Ask, asAnn: Ask, { annId, benId }: { annId: string; benId: string }): Promise<string> {
  for (const one of [account, quiet])
    await asVera('post', '/api/v1/accounts', { ...one, ownerId: annId, backupId: benId });
  const { today } = await asAnn<{ today: string }>('get', '/api/v1/me');
  const task = { kind: 'call', onDay: today, isDone: false, accountId: account.id };
  await asAnn('post', '/api/v1/activities', { ...task, ...called });
  await asAnn('post', '/api/v1/activities', {
    ...task,
    id: uuidv7(),
    kind: 'visit',
    subject: 'Walk through the plant',
  });
  return today;
}

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step, picture } = context;
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { url } = server;
  const ann = await openWindow();
  await signInByScreen(ann, url, 'ann@acme.example');
  const asAnn = askFrom(ann, url);
  const today = await furnish(asVera, asAnn, { annId: idOf('Ann'), benId: idOf('Ben') });

  await step('her home is today: one list in its order', async () => {
    await ann.goto(url);
    await ann.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    assert.equal(new URL(ann.url()).pathname, '/today');
    await waitForList(ann, ['Ask about the offer', 'Walk through the plant']);
  });
  await step('what comes in elsewhere takes its place without a reload', async () => {
    const urgent = { id: uuidv7(), kind: 'call', onDay: today, isDone: false, subject: 'Answer the complaint' };
    await asAnn('post', '/api/v1/activities', { ...urgent, lane: 'urgent', accountId: account.id });
    await waitForList(ann, ['Answer the complaint', 'Ask about the offer', 'Walk through the plant']);
    await picture(ann, 'today');
  });
  await step(
    'logged by the keyboard: outcome, objection, next step; the call is done and the list ranks again',
    async () => {
      await ann.keyboard.press('ArrowDown');
      await ann.keyboard.press('ArrowDown');
      await ann.keyboard.press('l');
      const dialog = ann.getByRole('dialog', { name: 'Log: Northlight Pumps' });
      await dialog.waitFor();
      await dialog.getByRole('radio', { name: 'Objection', exact: true }).focus();
      await ann.keyboard.press('Space');
      await dialog.getByRole('radio', { name: 'Price' }).focus();
      await ann.keyboard.press('Space');
      await dialog.getByRole('button', { name: 'In 3 days' }).focus();
      await ann.keyboard.press('Enter');
      await dialog.getByLabel('What is to be done').fill('Show the instalments');
      await ann.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await waitForList(ann, ['Answer the complaint', 'Walk through the plant']);
      const { items } = await asAnn<{ items: { subject: string; isDone: boolean; followsId: string | null }[] }>(
        'get',
        `/api/v1/activities?filter=${encodeURIComponent(JSON.stringify([{ field: 'isDone', op: 'is', value: false }]))}`,
      );
      const next = items.find(({ subject }) => subject === 'Show the instalments');
      assert.equal(next?.followsId, called.id);
    },
  );
  await step('done and put off by a key, and taken back', async () => {
    await ann.locator('[data-item]').first().focus();
    await ann.keyboard.press('d');
    await waitForList(ann, ['Walk through the plant']);
    await ann.getByText('Done today: 2').click();
    await ann.getByRole('button', { name: 'Undo: Answer the complaint' }).click();
    await waitForList(ann, ['Answer the complaint', 'Walk through the plant']);
    await ann.locator('[data-item]').nth(1).focus();
    await ann.keyboard.press('s');
    await ann.getByRole('dialog').getByRole('button', { name: 'In two weeks' }).click();
    await waitForList(ann, ['Answer the complaint']);
  });
  await step('an account without a next step is parked with a reason', async () => {
    await goTo(ann, '/today/accounts');
    await ann.getByRole('button', { name: `Park: ${quiet.name}` }).click();
    await ann.getByLabel('Reason').fill('Budget next year');
    await ann.getByRole('dialog').getByRole('button', { name: 'Park', exact: true }).click();
    await ann.getByText('Every account of yours has a next step or is parked.').waitFor();
  });
  await step('what was heard stands in the weekly review', async () => {
    await goTo(ann, '/review/week');
    await ann.getByRole('rowheader', { name: 'Price', exact: true }).waitFor();
    await picture(ann, 'review');
  });
  await step('her manager sees her day, an outsider neither it nor a word of it', async () => {
    const mia = await openWindow();
    await signIn(mia, url, 'mia@acme.example');
    const path = `/api/v1/today?personId=${idOf('Ann')}`;
    const seen = await askFrom(mia, url)<{ lanes: { rows: { name: string }[] }[] }>('get', path);
    assert.deepEqual(
      seen.lanes.flatMap(({ rows }) => rows.map(({ name }) => name)),
      ['Answer the complaint'],
    );
    const ben = await openWindow();
    await signIn(ben, url, 'ben@acme.example');
    await goTo(ben, '/today');
    await ben.getByText('Nothing is left to do today.').waitFor();
    assert.equal((await ben.request.get(url + path)).status(), 404);
  });
}
