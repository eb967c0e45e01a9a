import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { openTwoTeams } from './two-teams.ts';

export const title = 'Two managers plan one target, its people answer, and it becomes a letter';

const leavesOf = (grid: { plan: { leaves: number[] } }, place: number) => grid.plan.leaves[place];
/** Types an amount into a cell of the grid, by keyboard alone. */
async function type(page: Page, cell: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${cell}"]`).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
async function give(page: Page, button: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

export async function run(context: StoryContext): Promise<void> {
  const { server, vera, asVera, idOf } = await openTwoTeams(context);
  const { openWindow, step, picture } = context;
  const id = uuidv7();
  await asVera('post', '/api/v1/targets', {
    id,
    name: 'Revenue 2026',
    fiscalYear: 2026,
    totalMinor: 2_400_000,
    months: { kind: 'typed', shares: new Array<number>(12).fill(1) },
    persons: [{ id: idOf('Ann'), weight: 1 }],
    lines: ['Pumps', 'Valves'].map((line) => ({ id: line, weight: 1 })),
  });
  const [mia, ann] = [await openWindow(), await openWindow()];
  const address = `${server.url}/plan/targets/${id}`;
  const grid = () =>
    asVera<{ plan: { leaves: number[] }; target: { version: number } }>('get', `/api/v1/targets/${id}/grid`);

  await step('both open the grid by product line', async () => {
    await signIn(mia, server.url, 'mia@acme.example');
    await signIn(ann, server.url, 'ann@acme.example');
    for (const page of [vera, mia]) {
      await page.goto(address);
      await page.getByRole('combobox', { name: 'Rows' }).click();
      await page.getByRole('option', { name: 'Product line' }).click();
      await page.getByRole('rowheader', { name: 'Pumps' }).waitFor();
    }
  });
  await step('each changes another cell; the second to save is told, and loses nothing', async () => {
    await type(vera, '1 2', '1500');
    await type(mia, '2 3', '700');
    await vera.getByRole('button', { name: 'Save', exact: true }).click();
    await vera.getByText('Saved').first().waitFor();
    const replay = mia.getByRole('button', { name: 'Replay my edits on the newer plan' });
    await replay.waitFor();
    await mia.getByRole('button', { name: 'Save', exact: true }).click();
    await mia.getByText('Somebody else changed this record meanwhile.').first().waitFor();
    assert.equal(leavesOf(await grid(), 13), 100_000, 'nothing of hers is written before she has decided');
    await replay.click();
    await replay.waitFor({ state: 'hidden' });
    await mia.getByRole('button', { name: 'Save', exact: true }).click();
    await mia.getByText('Saved').first().waitFor();
    const now = await grid();
    assert.deepEqual([leavesOf(now, 0), leavesOf(now, 13), now.target.version], [150_000, 70_000, 3]);
  });
  await step('they set the year right, and ask its people', async () => {
    await vera.getByText(/Over-allocated 200\.00/).waitFor();
    await type(vera, '1 2', '1300');
    await vera.getByText('Unallocated 0.00 · Over-allocated 0.00').waitFor();
    await vera.getByRole('button', { name: 'Save', exact: true }).click();
    await give(vera, 'Submit', 'first round');
    await vera.getByText('Submitted: its people say whether they stand by their quota.').waitFor();
  });
  await step('Ann reads her quota, and disputes it with a reason', async () => {
    await ann.goto(address);
    await ann.getByText('Do you stand by your quota?').waitFor();
    await give(ann, 'Dispute', 'the big account is gone');
    await ann.getByText('You dispute your quota. Whoever plans will answer.').waitFor();
  });
  await step('publishing waits for an answer; the quota stands, and the plan is published', async () => {
    await vera.getByText('Disputed: somebody objects to their quota and waits for an answer.').waitFor();
    assert.equal(await vera.getByRole('button', { name: 'Publish', exact: true }).isDisabled(), true);
    await vera.getByRole('tab', { name: 'Life' }).click();
    await vera.getByText('“the big account is gone”').waitFor();
    assert.deepEqual((await findingsOf(vera)).serious, []);
    await vera.getByRole('button', { name: 'Let it stand: Ann' }).click();
    const dialog = vera.getByRole('dialog');
    await dialog.getByLabel('Reason').fill('a new one is signed');
    await dialog.getByRole('button', { name: 'Let it stand' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await give(vera, 'Publish', 'agreed');
    await vera.getByText('Published: pace is measured against it.').waitFor();
    await picture(vera, 'life');
  });
  await step('Ann prints her letter, and its figures open', async () => {
    await ann.goto(address);
    await ann.getByRole('link', { name: 'My quota letter' }).click();
    await ann.getByText(/Your quota for .* is .*24,000\.00/).waitFor();
    assert.deepEqual((await findingsOf(ann)).serious, []);
    await ann.getByRole('button', { name: /^January 2026 · Quota/ }).click();
    await ann.getByRole('dialog').getByText('Quota of the month').first().waitFor();
    await ann.keyboard.press('Escape');
    await ann.emulateMedia({ media: 'print' });
    assert.equal(await ann.getByRole('navigation', { name: 'Rooms' }).first().isVisible(), false);
    await ann.getByRole('heading', { level: 1 }).waitFor();
    await picture(ann, 'letter-on-paper');
    await ann.emulateMedia({ media: 'screen' });
  });
  await step('from April on it is amended, and the version before stays', async () => {
    await vera.getByRole('button', { name: 'Amend', exact: true }).click();
    const dialog = vera.getByRole('dialog');
    await dialog.getByLabel('Counts from').fill('2026-04-01');
    await dialog.getByText('As planned', { exact: true }).click();
    await dialog.getByLabel(/^New total/).fill('33,000.00');
    await dialog.getByLabel('Reason').fill('a second line of pumps');
    assert.deepEqual((await findingsOf(vera)).serious, []);
    await dialog.getByRole('button', { name: 'Amend', exact: true }).click();
    await vera.waitForURL((url) => !url.pathname.endsWith(id));
    await vera.getByText('Published: pace is measured against it.').waitFor();
    assert.equal(
      (await grid()).plan.leaves.reduce((sum, leaf) => sum + leaf, 0),
      2_400_000,
    );
    const { items } = await asVera<{ items: { id: string; status: string; totalMinor: number }[] }>(
      'get',
      '/api/v1/targets',
    );
    const kept = items.map(({ status, totalMinor }) => [status, totalMinor]).sort();
    assert.deepEqual(kept, [
      ['published', 3_300_000],
      ['superseded', 2_400_000],
    ]);
  });
}
