import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { Story, StoryContext } from './story.ts';
import { askFrom, openTwoTeams } from './two-teams.ts';

export const title =
  'Churn: a silent customer is warned of, the manager begins a plan, the rep says what came of it, an outsider sees nothing';
export const dialects: Story['dialects'] = ['sqlite'];

const dayMs = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10);

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step, picture } = context;
  const { server, asVera } = await openTwoTeams(context);
  const { url } = server;
  const [ann, mia, ben] = [await openWindow(), await openWindow(), await openWindow()];
  await signIn(ann, url, 'ann@acme.example');
  await signIn(mia, url, 'mia@acme.example');
  await signIn(ben, url, 'ben@acme.example');
  const accountId = uuidv7();
  const asAnn = askFrom(ann, url);
  await asAnn('post', '/api/v1/accounts', { id: accountId, name: 'Huaxin Instruments' });
  for (let back = 0; back < 8; back += 1)
    await asAnn('post', '/api/v1/sales', {
      ...{ id: uuidv7(), accountId, currency: 'EUR', revenueMinor: 500_00, costMinor: 300_00 },
      day: daysAgo(60 + back * 10 + (back % 2)),
    });

  await step('in the night the house looks at every customer, and warns of the one who is silent', async () => {
    const night = await asVera<{ counts: { opened: number } }>('post', '/api/v1/jobs/open-churn-alerts/run');
    assert.equal(night.counts.opened, 1);
    await goTo(ann, `/accounts/${accountId}`);
    await ann.getByText(/^Usual gap 11 days, silent for 60; odds of that/).waitFor();
    await ann.getByRole('button', { name: /^Health: / }).click();
    await ann.getByRole('dialog').getByText('Points taken', { exact: true }).first().waitFor();
    await ann.keyboard.press('Escape');
    await picture(ann, 'health');
  });
  await step('the manager prepares a plan and begins it for this customer', async () => {
    await goTo(mia, '/settings/churn');
    await mia.getByRole('button', { name: 'Prepare a plan' }).click();
    const sheet = mia.getByRole('dialog');
    await sheet.getByLabel('Name').fill('Visit with a trial order');
    await sheet.getByLabel('Offer').fill('A trial order at the price of last year');
    await sheet.getByLabel('Step 1', { exact: true }).fill('Call the buyer');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await goTo(mia, '/review/churn');
    await mia.getByRole('button', { name: 'Begin a plan: Huaxin Instruments' }).click();
    await sheet.getByRole('combobox', { name: 'From' }).click();
    await mia.getByRole('option', { name: 'Visit with a trial order' }).click();
    await sheet.getByText('Never carried to its end yet').waitFor();
    assert.equal(await sheet.getByLabel('Step 1', { exact: true }).inputValue(), 'Call the buyer');
    await sheet.getByRole('button', { name: 'Begin a plan' }).click();
    await mia.getByRole('heading', { name: 'Huaxin Instruments' }).waitFor();
    await mia.getByText('plan under way').waitFor();
  });
  await step('its step is in the day of the rep, who says what came of the plan', async () => {
    await goTo(ann, '/today');
    await ann.getByText('Call the buyer').first().waitFor();
    await goTo(ann, '/review/churn');
    await ann.getByRole('link', { name: 'Plan: Huaxin Instruments' }).click();
    await ann.getByRole('button', { name: 'Say what came of it' }).click();
    const dialog = ann.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^won back/ }).check();
    await dialog.getByLabel('What came of it').fill('Ordered again after the visit');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await ann.getByText('won back').first().waitFor();
    await picture(ann, 'plan');
  });
  await step('the warning is settled, and its record tells the one that was won back', async () => {
    await goTo(mia, '/review/churn-record');
    await mia.getByRole('heading', { name: 'Record of the warning' }).waitFor();
    await mia.getByText('Won back', { exact: true }).waitFor();
    await picture(mia, 'record');
  });
  await step('the overview shows the year, and the wall shows it from afar', async () => {
    await goTo(mia, '/review/overview');
    await mia.getByRole('button', { name: /^Margin: / }).waitFor();
    await picture(mia, 'overview');
    await goTo(mia, '/wall');
    await mia.getByRole('heading', { name: 'Margin' }).waitFor();
  });
  await step('for the outsider there is nothing of it', async () => {
    await goTo(ben, '/review/churn');
    await ben.getByText('Nobody is in danger as far as is known.').waitFor();
    await goTo(ben, `/accounts/${accountId}`);
    await ben.getByText('not-found').first().waitFor();
    const { items } = await askFrom(ben, url)<{ items: unknown[] }>('get', '/api/v1/win-backs');
    assert.deepEqual(items, []);
  });
}
