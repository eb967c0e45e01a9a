import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { clickToolbarButton } from '../apps/extension/e2e/toolbar-click.ts';
import { connectExtension } from './connect-extension.ts';
import { openSite } from './open-site.ts';
import { setUpAcme } from './set-up.ts';
import type { StoryContext } from './story.ts';
import { letPass, until } from './until.ts';

const pageOf = (name: string, local: string, phone: string) => `<!doctype html>
<html lang="en"><head><title>Team – Huaxin Instruments</title></head><body>
<main><h1>Huaxin Instruments GmbH</h1><section><h2>${name}</h2><p>Head of purchasing</p>
<p><a href="mailto:${local}@huaxin.example">${local}@huaxin.example</a></p><p>Phone: ${phone}</p></section></main></body></html>`;
const pages: Readonly<Record<string, string>> = {
  '/jane': pageOf('Jane Doe', 'jane.doe', '+49 30 901820'),
  '/karl': pageOf('Karl Weber', 'karl.weber', '+49 30 901821'),
};

export const title = 'A lead is clipped from a page, twice and off-line: one record';

/** A true click on the toolbar button, the true side panel, the true server. */
export async function run({
  startServer,
  openWindow,
  launchWithExtension,
  milepost,
  step,
  picture,
}: StoryContext): Promise<void> {
  const server = await startServer();
  await setUpAcme(milepost, server);
  const site = await openSite(pages);
  const portal = await openWindow();
  const { context, id, worker } = await launchWithExtension({ grant: [server.url] });
  const clip = async (path: string, email: string): Promise<Page> => {
    const tab = await context.newPage();
    await tab.goto(site.url + path);
    const panel = await clickToolbarButton({ context, tab, extensionId: id });
    await panel.getByText(email).first().waitFor();
    return panel;
  };
  const leads = async () => {
    const answer = await portal.request.get(`${server.url}/api/v1/leads?count=1`);
    return (await answer.json()) as { total: number; items: { id: string; email: string }[] };
  };
  const saveButton = (panel: Page, name: RegExp) => panel.getByRole('button', { name });

  try {
    await step('the extension signs in by a code that is allowed on the screen of the portal', async () => {
      await connectExtension({ context, id }, { portal, server: server.url });
    });
    await step('a click reads the page, Enter saves the lead', async () => {
      const panel = await clip('/jane', 'jane.doe@huaxin.example');
      await panel.getByRole('button', { name: /Jane Doe New/ }).waitFor();
      await picture(panel, 'new');
      await saveButton(panel, /^Save/).waitFor();
      await panel.keyboard.press('Enter');
      await panel.getByText('1 saved').waitFor();
      const { total, items } = await leads();
      assert.equal(total, 1);
      assert.equal(items[0]?.email, 'jane.doe@huaxin.example');
      await panel.close();
    });
    await step('clicked and saved again, it is known before saving, and stays one record', async () => {
      const [before] = (await leads()).items;
      const panel = await clip('/jane', 'jane.doe@huaxin.example');
      await picture(panel, 'twice');
      await panel.getByRole('button', { name: /Jane Doe Already in the CRM/ }).waitFor();
      await saveButton(panel, /^Add to Jane Doe/).click();
      await panel.getByText('1 saved').waitFor();
      await panel.getByText('Saved: added to a lead in the CRM').first().waitFor();
      const { total, items } = await leads();
      assert.equal(total, 1);
      assert.equal(items[0]?.id, before?.id);
      await panel.close();
    });
    await step('while the server is down a lead is kept, and says so', async () => {
      await server.kill9();
      const panel = await clip('/karl', 'karl.weber@huaxin.example');
      await panel.getByText('Off-line', { exact: true }).waitFor();
      await panel.getByText('Not compared yet').first().waitFor();
      await saveButton(panel, /^Save/).click();
      await panel.getByText('1 queued').waitFor();
      await panel.getByRole('button', { name: 'Queue: 1' }).waitFor();
      await panel.close();
    });
    await step('the server is back: it is delivered once, however often it is sent', async () => {
      await server.start();
      const panel = await clip('/karl', 'karl.weber@huaxin.example');
      await worker.evaluate(() => void self.dispatchEvent(new Event('online')));
      await panel.evaluate(() => void window.dispatchEvent(new Event('online')));
      const { items } = await until(leads, ({ total }) => total === 2);
      assert.equal(items.filter(({ email }) => email === 'karl.weber@huaxin.example').length, 1);
      await panel.getByRole('button', { name: 'Queue: 0' }).waitFor();
      await panel.getByText('1 saved').waitFor();
      await letPass(1500);
      assert.equal((await leads()).total, 2);
    });
  } finally {
    site.close();
  }
}
