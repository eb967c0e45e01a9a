import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { addCai } from './north-reps.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { type Ask, askFrom, openTwoTeams } from './two-teams.ts';

export const title = 'Ann is away: her work goes to Cai and comes back, with both names in the trail';

type Item = { name: string; worker: { name: string } | null };
type Leave = { id: string; version: number };
const dayMs = 86_400_000;
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Who does what of Ann's work between two days, as somebody sees it. */
async function workersOf(ask: Ask, ann: string, from: string, to: string): Promise<Record<string, string>> {
  const { items } = await ask<{ items: Item[] }>('get', `/api/v1/absences/${ann}/work?from=${from}&to=${to}`);
  return Object.fromEntries(items.map(({ name, worker }) => [name, worker?.name ?? '']));
}

/** Books a leave by the form. */
async function book(page: Page, day: string): Promise<void> {
  await goTo(page, '/leave?add=1');
  const form = page.getByRole('dialog');
  for (const label of ['First day', 'Last day']) await form.getByLabel(label, { exact: true }).fill(day);
  await form.getByRole('button', { name: 'Save' }).click();
}

export async function run(context: StoryContext): Promise<void> {
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { openWindow, step, picture } = context;
  const { url } = server;
  const caiId = await addCai(asVera);
  const { today } = await asVera<{ today: string }>('get', '/api/v1/me');
  const august = (day: number) => `${Number(today.slice(0, 4)) + 1}-08-${String(day).padStart(2, '0')}`;
  const windows = new Map<string, { page: Page; ask: Ask }>();
  for (const who of ['ann', 'cai', 'mia', 'ben']) {
    const page = await openWindow();
    await signIn(page, url, `${who}@acme.example`);
    windows.set(who, { page, ask: askFrom(page, url) });
  }
  const as = (who: string) => windows.get(who) as { page: Page; ask: Ask };
  const [ann, cai, mia, ben] = ['ann', 'cai', 'mia', 'ben'].map(as) as [
    ReturnType<typeof as>,
    ReturnType<typeof as>,
    ReturnType<typeof as>,
    ReturnType<typeof as>,
  ];
  const account = uuidv7();
  await ann.ask('post', '/api/v1/accounts', { id: account, name: 'Northlight Pumps', backupId: caiId });
  const task = (subject: string, onDay: string) =>
    ann.ask('post', '/api/v1/activities', {
      ...{ id: uuidv7(), kind: 'call', isDone: false },
      subject,
      onDay,
      accountId: account,
    });
  const away = (from: string, to: string) =>
    ann.ask<Leave>('post', '/api/v1/leave', { id: uuidv7(), personId: idOf('Ann'), kind: 'holiday', from, to });

  await step(
    'away from 1 to 14 August: what is due on the 5th is for Cai, on the 15th for Ann; for each who may see it',
    async () => {
      await task('call of the 5th', august(5));
      await task('call of the 15th', august(15));
      await away(august(1), august(14));
      for (const { ask } of [ann, cai, mia])
        assert.deepEqual(await workersOf(ask, idOf('Ann'), august(1), august(31)), {
          'call of the 5th': 'Cai',
          'call of the 15th': 'Ann',
        });
      const path = `/api/v1/absences/${idOf('Ann')}/work`;
      assert.equal((await ben.page.request.get(url + path)).status(), 404, 'for another team it is not there');
    },
  );
  await step('Cai books leave on the 10th and is told whom they stand in for, and when', async () => {
    await book(cai.page, august(10));
    await cai.page
      .getByText(/Stands in for Ann/)
      .first()
      .waitFor();
    assert.deepEqual((await cai.ask<{ items: unknown[] }>('get', '/api/v1/leave')).items, []);
  });
  const leave = await away(today, dayAfter(today, 3));
  await task('call in these days', dayAfter(today, 1));
  await step('while she is away her records say so, and who covers', async () => {
    await asVera('post', '/api/v1/jobs/hand-over/run');
    for (const [{ page }, words] of [
      [cai, /Ann is away until .*; you cover\./],
      [mia, /Ann is away until .*; Cai covers\./],
    ] as const) {
      await goTo(page, `/accounts/${account}`);
      await page.getByText(words).waitFor();
    }
    await goTo(cai.page, '/team/hand-over');
    await cai.page
      .getByText(/Cai covers: 1 account/)
      .first()
      .waitFor();
    await cai.page
      .getByRole('button', { name: /the work of Ann/ })
      .first()
      .click();
    await cai.page
      .getByRole('row', { name: /call in these days/ })
      .getByText('Cai')
      .waitFor();
    assert.deepEqual((await findingsOf(cai.page)).serious, []);
    await picture(cai.page, 'hand-over');
    await goTo(ben.page, '/team/hand-over');
    await ben.page.getByText(/Nobody in your sight is away/).waitFor();
  });
  await step('Cai does it; Ann is back, reads what was done, and the trail names both', async () => {
    const done = {
      id: uuidv7(),
      kind: 'call',
      isDone: true,
      subject: 'called for Ann',
      onDay: today,
      accountId: account,
    };
    await cai.ask('post', '/api/v1/activities', done);
    await ann.ask('post', `/api/v1/leave/${leave.id}/archive`, undefined, leave.version);
    await asVera('post', '/api/v1/jobs/hand-over/run');
    await goTo(cai.page, '/team/hand-over');
    await cai.page.getByText(/^back since/).waitFor();
    await cai.page.getByRole('button', { name: 'Tell what was done: Ann' }).click();
    await cai.page.getByLabel('Account of it').fill('They ask for a new quote.');
    await cai.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await cai.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await goTo(ann.page, '/team/hand-over');
    await ann.page.getByText('They ask for a new quote.').waitFor();
    await ann.page.getByText(/meanwhile: Activity 1/).waitFor();
    assert.deepEqual(await workersOf(cai.ask, idOf('Ann'), today, dayAfter(today, 9)), { 'call in these days': 'Ann' });
    await goTo(mia.page, `/accounts/${account}`);
    await mia.page.getByText('Ann → Cai').waitFor();
    await mia.page.getByText('Cai → Ann').waitFor();
    await mia.page.getByText('called for Ann').waitFor();
  });
}
