import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { bringIn, choose, chooseFile, countOf } from './import-file.ts';
import { password } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { askFrom } from './two-teams.ts';

/** The first day: an empty installation becomes an organisation with a past, a target and a pace. */
export const title = 'Set-up, import, target, pace';

type Step = StoryContext['step'];
const today = new Date().toISOString().slice(0, 10);
const isClean = async (page: Page) => assert.deepEqual((await findingsOf(page)).serious, []);

async function setUp(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: 'Set up your organisation' }).waitFor();
  await page.getByLabel('Name', { exact: true }).fill('Vera');
  await page.getByLabel('E-mail').fill('vera@acme.example');
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Name of the organisation').fill('Acme');
  await page.getByLabel('Currency').click();
  await page.getByPlaceholder('Find').fill('EUR');
  // The list is shown while it is being narrowed: the only one left is the one that was looked for.
  await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
  await page.getByRole('option', { name: /EUR/ }).click();
  await choose(page, 'Dates', '2026-12-31');
  await isClean(page);
  await page.getByRole('button', { name: 'Create organisation' }).click();
  await page.getByRole('link', { name: 'Targets' }).first().waitFor();
  const { organisation } = await askFrom(page, url)<{ organisation: object }>('get', '/api/v1/me');
  const { name, currency, dateFormat } = organisation as Record<string, unknown>;
  assert.deepEqual({ name, currency, dateFormat }, { name: 'Acme', currency: 'EUR', dateFormat: 'ymd' });
}

const people = [
  ['Name', 'E-mail', 'Role'],
  ['Ann', 'ann@acme.example', 'rep'],
  ['Ben', 'ben@acme.example', 'rep'],
];
const accounts = [
  ['Customer', 'Whose', 'Segment'],
  ['Huaxin Instruments', 'Ann', 'Water'],
  ['Kessler Pumpen', 'Ben', 'Steel'],
];
const sales = [
  ['Order ID', 'Date', 'Customer', 'Owner', 'Product line', 'Revenue'],
  ['A-1', today, 'Huaxin Instruments', 'Ann', 'Pumps', '12345.60'],
  ['A-2', today, 'Kessler Pumpen', 'Ben', 'Valves', '1000.00'],
  ['A-3', `${today.slice(0, 4)}-02-30`, 'Kessler Pumpen', 'Ben', 'Valves', '77.00'],
];
const later = [sales[0] ?? [], ['A-4', today, 'Huaxin Instruments', 'Ann', 'Pumps', '5000.00']];

async function importAll(page: Page, url: string, step: Step): Promise<void> {
  await step('people come in, after a try that writes nothing', async () => {
    await page.getByRole('link', { name: 'Import' }).first().click();
    await chooseFile(page, { kind: 'People', name: 'people.csv', rows: people });
    await page.getByRole('button', { name: 'Try without writing' }).click();
    await page.getByRole('heading', { name: 'What it would do' }).waitFor();
    assert.equal(await countOf(page, 'Created').textContent(), '2');
    await page.getByText('Nothing was imported yet.').waitFor();
    await bringIn(page);
    assert.equal(await countOf(page, 'Created').textContent(), '2');
  });
  await step('accounts come in, after a column is told what it means', async () => {
    await chooseFile(page, { kind: 'Accounts', name: 'accounts.csv', rows: accounts, means: { Whose: 'Owner' } });
    await bringIn(page);
    assert.equal(await countOf(page, 'Created').textContent(), '2');
    await page.goto(`${url}/accounts`);
    await page.getByRole('row', { name: /Huaxin Instruments.*Ann/ }).waitFor();
  });
  await step('sales come in, and the one that cannot be read is named with its reason', async () => {
    await page.goto(`${url}/import`);
    await chooseFile(page, { kind: 'Sales', name: 'sales.csv', rows: sales });
    await bringIn(page);
    assert.equal(await countOf(page, 'Created').textContent(), '2');
    assert.equal(await countOf(page, 'Rejected values').textContent(), '1');
    await page.getByText(/^Row 4, Date: “\d{4}-02-30” \(there is no such day\)$/).waitFor();
    await isClean(page);
  });
  await step('a file that was brought in by mistake is taken back', async () => {
    await chooseFile(page, { kind: 'Sales', name: 'later.csv', rows: later });
    await bringIn(page);
    const asVera = askFrom(page, url);
    const total = async () => (await asVera<{ total: number }>('get', '/api/v1/sales?count=1')).total;
    assert.equal(await total(), 3);
    await page.getByRole('button', { name: 'Take back later.csv' }).click();
    await page.getByText('Taken back: 1 removed, 0 restored').first().waitFor();
    await page.getByRole('listitem').filter({ hasText: 'later.csv' }).getByText('taken back').waitFor();
    assert.equal(await total(), 2);
  });
}

async function plan(page: Page, url: string, { step, picture }: Pick<StoryContext, 'step' | 'picture'>): Promise<void> {
  await step('a target is made for the people who were imported', async () => {
    await page.getByRole('link', { name: 'Plan', exact: true }).first().click();
    await page.getByRole('link', { name: 'Targets' }).first().click();
    await page.getByRole('button', { name: 'New target' }).first().click();
    await page.getByLabel(/^Total \(/).fill('1,000,000.00');
    await page.getByText('Even by working days').click();
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByRole('grid').waitFor();
    await page.getByText('1,000,000.00').first().waitFor();
    for (const name of ['Ann', 'Ben']) await page.getByRole('rowheader', { name }).first().waitFor();
    await picture(page, 'grid');
  });
  await step('raising one cell is over-allocated; somebody else saves, and the edit stays', async () => {
    const cell = page.locator('[data-cell="1 2"]');
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('500000');
    await page.keyboard.press('Enter');
    await page.getByText(/Over-allocated [1-9]/).waitFor();
    const id = page.url().split('/').at(-1);
    const december = { kind: 'lock', id: 'december', at: { months: [11] } };
    await askFrom(page, url)('put', `/api/v1/targets/${id}/edits`, { edits: [december] }, 1);
    const replay = page.getByRole('button', { name: 'Replay my edits on the newer plan' });
    await replay.waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Somebody else changed this record meanwhile.').first().waitFor();
    await replay.click();
    await replay.waitFor({ state: 'hidden' });
    await page.getByText(/Over-allocated [1-9]/).waitFor();
    await cell.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('Unallocated 0.00 · Over-allocated 0.00').waitFor();
  });
  await step('it is published with a reason', async () => {
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByLabel('Reason').fill('agreed with the team');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published: pace is measured against it.').waitFor();
  });
}

export async function run({ startServer, openWindow, step, picture }: StoryContext): Promise<void> {
  const { url } = await startServer();
  const page = await openWindow();
  await step('the first screen makes the organisation and signs its administrator in', () => setUp(page, url));
  await importAll(page, url, step);
  await plan(page, url, { step, picture });
  await step('pace counts what was imported, against the plan, and its figures open', async () => {
    await page.getByRole('link', { name: 'Pace' }).first().click();
    await page
      .getByRole('button', { name: /^Actual: .*13,345\.60/ })
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Target: .*1,000,000\.00/ })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Plan of the month').first().waitFor();
    await picture(page, 'why');
    await page.keyboard.press('Escape');
    const ann = page.getByRole('row').filter({ hasText: 'Ann' });
    await ann.getByRole('button', { name: /12,345\.60/ }).waitFor();
  });
}
