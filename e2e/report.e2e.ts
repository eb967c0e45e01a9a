import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { editionSpan, spanBefore } from '@milepost/core/reports/edition-span';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { Story, StoryContext } from './story.ts';
import { askFrom, openTwoTeams } from './two-teams.ts';

export const title =
  'Reports: a rep submits two weeks, what was promised is judged, a manager comments and signs, an edited sale changes nothing that is frozen';
export const dialects: Story['dialects'] = ['sqlite'];

type Edition = { id: string; hash: string | null; version: number };
type Reading = { edition: Edition; content: unknown; changed: { key: string; difference: number }[] };

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step, picture } = context;
  const { server, idOf } = await openTwoTeams(context);
  const { url } = server;
  const ann = await openWindow();
  await signIn(ann, url, 'ann@acme.example');
  const asAnn = askFrom(ann, url);
  const { today } = await asAnn<{ today: string }>('get', '/api/v1/me');
  const second = spanBefore('week', editionSpan('week', toDay(today), 1), 1);
  const first = spanBefore('week', second, 1);
  const sale = { id: uuidv7(), day: toIso(first.first + 1), revenueMinor: 500_000 };
  const account = { id: uuidv7(), name: 'Huaxin Instruments' };
  await asAnn('post', '/api/v1/accounts', account);
  await asAnn('post', '/api/v1/sales', { ...sale, accountId: account.id });
  const draft = await asAnn<Edition>('post', '/api/v1/editions', {
    ...{ id: uuidv7(), kind: 'week', day: toIso(first.first) },
  });

  await step('Ann finds her first week drafted with its figures, says what comes next, and submits it', async () => {
    await goTo(ann, '/review/reports');
    await ann.getByRole('link', { name: /^Weekly report/ }).click();
    await ann.getByRole('heading', { name: 'Customer growth' }).waitFor();
    await ann.getByRole('button', { name: /^Revenue: .*5,000/ }).waitFor();
    await ann.getByText('not known: no plan is published').first().waitFor();
    for (const what of ['Two offers to Huaxin', 'Call Kessler']) {
      await ann.getByRole('button', { name: 'Add a commitment' }).click();
      const form = ann.getByRole('dialog', { name: 'Add a commitment' });
      await form.getByLabel('What').fill(what);
      await form.getByRole('button', { name: 'Save' }).click();
      await form.waitFor({ state: 'hidden' });
      await ann.getByText(what).waitFor();
    }
    await ann.getByRole('button', { name: 'Submit' }).click();
    await ann
      .getByText(/^Submitted and frozen /)
      .first()
      .waitFor();
    await picture(ann, 'submitted');
  });
  const path = `/api/v1/editions/${draft.id}`;
  const frozen = await asAnn<Reading>('get', `${path}/reading`);
  await step('a sale of that week is edited: the edition stays as it is, and tells what is otherwise now', async () => {
    const { version } = await asAnn<{ version: number }>('get', `/api/v1/sales/${sale.id}`);
    await asAnn('patch', `/api/v1/sales/${sale.id}`, { revenueMinor: 400_000 }, version);
    await ann.reload();
    await ann
      .getByText(/^now .*4,000.*difference/)
      .first()
      .waitFor();
    const now = await asAnn<Reading>('get', `${path}/reading`);
    assert.deepEqual([now.content, now.edition.hash], [frozen.content, frozen.edition.hash]);
    assert.equal(now.changed.find(({ key }) => key === 'revenue')?.difference, -100_000);
  });
  await step(
    'she says on which day she kept the one; her second week opens with it, and with the other as missed',
    async () => {
      await ann.getByRole('button', { name: 'Settle: Two offers to Huaxin' }).click();
      await ann.getByLabel('On which day').fill(toIso(second.last - 1));
      await ann.getByRole('button', { name: 'Kept', exact: true }).click();
      await ann.getByText('kept', { exact: true }).first().waitFor();
      await goTo(ann, '/review/reports');
      await ann.getByRole('button', { name: 'Draft an edition' }).first().click();
      const form = ann.getByRole('dialog', { name: 'Draft an edition' });
      await form.getByRole('button', { name: 'Save' }).click();
      await ann.getByRole('heading', { name: 'What was promised last time' }).waitFor();
      await ann.getByText('missed', { exact: true }).first().waitFor();
      await ann.getByRole('button', { name: /^Commitments kept: 50/ }).click();
      await ann.getByRole('dialog').getByText('kept ÷ judged').first().waitFor();
      await ann.keyboard.press('Escape');
      await ann.getByRole('button', { name: 'Submit' }).click();
      await ann
        .getByText(/^Submitted and frozen /)
        .first()
        .waitFor();
    },
  );
  await step('Mia, who leads her, reads it with its files, comments and signs; Ann is told', async () => {
    const mia = await openWindow();
    await signIn(mia, url, 'mia@acme.example');
    await goTo(mia, `/review/reports/${draft.id}`);
    await mia.getByLabel('Say something about this edition').fill('Bring the price next time.');
    await mia.getByRole('button', { name: 'Comment', exact: true }).click();
    await mia.getByText('Bring the price next time.').first().waitFor();
    await mia.getByRole('button', { name: 'Sign as read' }).click();
    await mia
      .getByText(/^Read and signed by Mia/)
      .first()
      .waitFor();
    for (const [ending, begins] of [
      ['pdf', '%PDF'],
      ['xlsx', 'PK'],
    ] as const) {
      const file = await mia.request.get(`${url}${path}/report.${ending}?locale=zh-Hans`);
      assert.equal((await file.body()).subarray(0, begins.length).toString('latin1'), begins);
    }
    await picture(mia, 'signed');
    await goTo(ann, `/review/reports/${draft.id}`);
    await ann.getByText('Bring the price next time.').first().waitFor();
  });
  await step('Ben of the other team finds nothing, under no address', async () => {
    const ben = await openWindow();
    await signIn(ben, url, 'ben@acme.example');
    await goTo(ben, '/review/reports');
    await ben.getByText('There is no edition yet.', { exact: false }).waitFor();
    for (const end of ['', '/reading', '/why?figure=revenue', '/report.pdf', '/report.xlsx', '/content.json'])
      assert.equal((await ben.request.get(`${url}${path}${end}`)).status(), 404);
    assert.notEqual(idOf('Ben'), idOf('Ann'));
  });
}
