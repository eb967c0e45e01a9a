import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { StoryContext } from './story.ts';
import { openTwoTeams } from './two-teams.ts';

export const title = 'Two people change one account: each sees the other at once, and nothing is lost';

const form = (page: Page) => page.getByRole('dialog', { name: 'Change' });
const clash = (page: Page) => page.getByRole('dialog', { name: 'Somebody else changed this meanwhile' });

/** Opens the form, and says what shall stand in its fields. */
async function fill(page: Page, said: Readonly<Record<string, string>>): Promise<void> {
  if (!(await form(page).isVisible())) await page.getByRole('button', { name: 'Change', exact: true }).click();
  for (const [label, text] of Object.entries(said)) await form(page).getByLabel(label, { exact: true }).fill(text);
}
const save = (page: Page) => form(page).getByRole('button', { name: 'Save' }).click();
/** Saves what nobody else has changed. */
async function saveAlone(page: Page): Promise<void> {
  await save(page);
  await form(page).waitFor({ state: 'hidden' });
}
/** What is known of the record, as it stands on the page, behind an open dialog too: the line under a name. */
const factOf = (page: Page, name: string) => page.locator(`dt:text-is("${name}") + dd`);
const side = (page: Page, field: string, which: 'Yours' | 'As it stands now') =>
  clash(page).getByRole('group', { name: field }).getByRole('radio', { name: which });

export async function run(context: StoryContext): Promise<void> {
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { openWindow, step, picture } = context;
  const id = uuidv7();
  await asVera('post', '/api/v1/accounts', {
    id,
    name: 'Huaxin Instruments',
    segment: 'Steel',
    region: 'Plain',
    ownerId: idOf('Ann'),
  });
  const [ann, vera] = [await openWindow(), await openWindow()];
  const read = () => asVera<Record<string, unknown>>('get', `/api/v1/accounts/${id}`);

  await step('both open the account', async () => {
    for (const [page, who] of [[ann, 'ann'] as const, [vera, 'vera'] as const]) {
      await signIn(page, server.url, `${who}@acme.example`);
      await goTo(page, `/accounts/${id}`);
      await page.getByRole('heading', { level: 1, name: 'Huaxin Instruments' }).waitFor();
    }
  });
  await step('what one changes stands in the open window of the other, without reading it again', async () => {
    await ann.evaluate(() => Object.assign(window, { isStillTheSame: true }));
    await fill(vera, { Region: 'Coast' });
    await saveAlone(vera);
    await factOf(ann, 'Region').getByText('Coast').waitFor();
    assert.equal(await ann.evaluate(() => 'isStillTheSame' in window), true);
  });
  await step(
    'both fill in the form; the second to save is shown both states, also after the feed told of the first',
    async () => {
      await fill(ann, { Segment: 'Glass', Region: 'Hills', Phone: '+49 30 901820' });
      await fill(vera, { Segment: 'Water', 'E-mail': 'office@huaxin.example', Region: 'Delta' });
      await saveAlone(vera);
      await factOf(ann, 'Segment').getByText('Water').waitFor();
      await save(ann);
      await clash(ann).waitFor();
      await clash(ann).getByText('Glass').waitFor();
      await clash(ann).getByText('Water').waitFor();
      assert.equal((await read())['segment'], 'Water', 'nothing is written before she has chosen');
      assert.deepEqual((await findingsOf(ann)).serious, []);
      await picture(ann, 'clash');
    },
  );
  await step('she takes one of theirs and one of hers, and nothing is lost', async () => {
    await side(ann, 'Segment', 'As it stands now').check();
    await side(ann, 'Region', 'Yours').check();
    await clash(ann).getByRole('button', { name: 'Save this' }).click();
    await clash(ann).waitFor({ state: 'hidden' });
    await form(ann).waitFor({ state: 'hidden' });
    const { segment, region, phone, email, version } = await read();
    assert.deepEqual(
      { segment, region, phone, email, version },
      { segment: 'Water', region: 'Hills', phone: '+49 30 901820', email: 'office@huaxin.example', version: 4 },
    );
    await factOf(vera, 'Region').getByText('Hills').waitFor();
    await factOf(vera, 'Phone').getByText('+49 30 901820').waitFor();
  });
  await step('keeping theirs writes nothing', async () => {
    await fill(vera, { Region: 'Shore' });
    await fill(ann, { Region: 'Marsh' });
    await saveAlone(ann);
    await factOf(vera, 'Region').getByText('Marsh').waitFor();
    await save(vera);
    await clash(vera).getByRole('button', { name: 'Keep theirs' }).click();
    await clash(vera).waitFor({ state: 'hidden' });
    await form(vera).waitFor({ state: 'hidden' });
    const { region, version } = await read();
    assert.deepEqual({ region, version }, { region: 'Marsh', version: 5 });
  });
}
