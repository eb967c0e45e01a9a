import assert from 'node:assert/strict';
import { findingsOf } from './axe.ts';
import type { StoryContext } from './story.ts';

const password = 'a long walk by the sea';

/** The first day: an empty installation becomes an organisation with a past, a target and a pace. */
export const title = 'Set-up, import, target, pace';

export async function run({ startServer, openWindow, milepost, step, picture }: StoryContext): Promise<void> {
  const server = await startServer();
  const page = await openWindow();

  await step('the first screen makes the organisation and signs its administrator in', async () => {
    await page.goto(server.url);
    await page.getByLabel('Organisation', { exact: true }).or(page.getByLabel(/name/i).first()).first().waitFor();
    await picture(page, 'set-up');
    const answer = await page.request.post(`${server.url}/api/v1/setup`, {
      data: {
        organisation: {
          name: 'Acme',
          currency: 'EUR',
          timeZone: 'UTC',
          fiscalYearStart: 1,
          fiscalYearLabel: 'start',
          weekStart: 1,
          workingWeekdays: [1, 2, 3, 4, 5],
          holidays: [],
          dateFormat: 'ymd',
          decimalMark: '.',
          locale: 'en',
        },
        admin: { id: '0193a000-0000-7000-8000-000000000001', name: 'Vera', email: 'vera@acme.example', password },
      },
    });
    assert.equal(answer.status(), 201);
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail').fill('vera@acme.example');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('link', { name: 'Targets' }).first().waitFor();
  });

  await step('a manager makes a target for people of the team, and publishes it with a reason', async () => {
    assert.equal((await milepost(server, 'person', 'add', '--name', 'Ann', '--email', 'ann@acme.example')).code, 0);
    await page.goto(`${server.url}/plan/targets`);
    await page.getByRole('button', { name: 'New target' }).first().click();
    await page.getByLabel(/^Total \(/).fill('1,000,000.00');
    await page.getByText('Even by working days').click();
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.getByRole('grid').waitFor();
    await page.getByText('1,000,000.00').first().waitFor();
    const { serious } = await findingsOf(page);
    assert.deepEqual(serious, []);
    await picture(page, 'grid');
  });

  await step('raising one cell is over-allocated and cannot be published; undone, it can', async () => {
    const cell = page.locator('[data-cell="1 2"]');
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('500000');
    await page.keyboard.press('Enter');
    await page.getByText(/Over-allocated [1-9]/).waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await page.getByText('Unallocated 0.00 · Over-allocated 0.00').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByLabel('Reason').fill('agreed with the team');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await page.getByText('Published: pace is measured against it.').waitFor();
  });

  await step('pace stands against the plan, and its figures open', async () => {
    await page.goto(`${server.url}/plan/pace`);
    await page
      .getByRole('button', { name: /^Target: / })
      .first()
      .click();
    await page.getByRole('dialog').getByText('Plan of the month').first().waitFor();
    await picture(page, 'why');
    await page.keyboard.press('Escape');
    const { serious } = await findingsOf(page);
    assert.deepEqual(serious, []);
  });
}
