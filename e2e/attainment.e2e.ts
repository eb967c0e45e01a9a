import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import { goTo } from './go-to.ts';
import { signIn } from './sign-in.ts';
import type { Story, StoryContext } from './story.ts';
import { askFrom, openTwoTeams } from './two-teams.ts';

export const title =
  'Attainment: a manager reads the period under way, finds it in parts down to a person and the sale behind it, and sees why nothing is compared';
export const dialects: Story['dialects'] = ['sqlite', 'postgres'];

export async function run(context: StoryContext): Promise<void> {
  const { openWindow, step } = context;
  const { server, asVera, idOf } = await openTwoTeams(context);
  const { url } = server;
  const { today } = await asVera<{ today: string }>('get', '/api/v1/me');
  const target = { id: uuidv7(), name: 'Revenue', fiscalYear: Number(today.slice(0, 4)), totalMinor: 120_000_00 };
  await asVera('post', '/api/v1/targets', {
    ...target,
    months: { kind: 'typed', shares: new Array<number>(12).fill(1) },
    persons: [
      { id: idOf('Ann'), weight: 1 },
      { id: idOf('Ben'), weight: 1 },
    ],
  });
  await asVera('post', `/api/v1/targets/${target.id}/publish`, { reason: 'agreed' }, 1);
  const ann = await openWindow();
  await signIn(ann, url, 'ann@acme.example');
  await askFrom(ann, url)('post', '/api/v1/sales', { id: uuidv7(), day: today, revenueMinor: 2_500_00 });

  const mia = await openWindow();
  await signIn(mia, url, 'mia@acme.example');
  await step(
    'Mia finds the month under way at half of what it asks of her people, and no other year to compare it with',
    async () => {
      await goTo(mia, '/review/attainment');
      await mia.getByRole('heading', { name: /in parts$/ }).waitFor();
      await mia.getByRole('button', { name: 'North · Attainment: 50%. Why?' }).waitFor();
      assert.equal(await mia.getByRole('button', { name: /^Ben · / }).count(), 0);
      if (!today.includes('-01-')) await mia.getByText('Periods are compared only where').waitFor();
    },
  );
  await step('what Ann reached opens to her sale', async () => {
    await mia.getByRole('button', { name: /^Ann · Reached: 2,500\.00/ }).click();
    await mia.getByRole('dialog').getByText('Credit', { exact: false }).first().waitFor();
    await mia.keyboard.press('Escape');
  });
  await step('her gap has no causes without a year before, and the page says so', async () => {
    await mia.getByRole('button', { name: 'Split the gap by cause: Ann' }).click();
    await mia.getByText('no planned price is known').waitFor();
  });
}
