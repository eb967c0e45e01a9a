import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';
import { pages } from './clip-pages.ts';
import { connectExtension } from './connect-extension.ts';
import { openSite } from './open-site.ts';
import { setUpAcme } from './set-up.ts';
import type { StoryContext } from './story.ts';
import { until } from './until.ts';

export const title = 'Two tabs, then two windows with the same person: no draft is lost, one record is made';
// What the two databases differ in is told by clip.e2e.ts and by the tests of the API.
export const dialects = ['sqlite'] as const;

const isPanel = (page: Page): boolean => page.url().includes('/sidepanel.html') && !page.isClosed();

/** A tab in a window of its own, which has a panel of its own. */
async function openTab(context: BrowserContext, url: string, { ownWindow = false } = {}): Promise<Page> {
  if (!ownWindow) {
    const tab = await context.newPage();
    await tab.goto(url);
    return tab;
  }
  const session = await context.browser()?.newBrowserCDPSession();
  const opening = context.waitForEvent('page', { predicate: (page) => !isPanel(page) });
  await session?.send('Target.createTarget', { url, newWindow: true });
  const tab = await opening;
  await tab.waitForLoadState();
  return tab;
}

export async function run({ startServer, openWindow, launchWithExtension, milepost, step, picture }: StoryContext) {
  const server = await startServer();
  await setUpAcme(milepost, server);
  const site = await openSite(pages);
  const home = `http://huaxin.localhost:${site.port}`;
  const portal = await openWindow();
  const { context, id, clickToolbar } = await launchWithExtension({ grant: [server.url] });
  const leads = async (): Promise<{ name: string; company: string | null }[]> =>
    (await (await portal.request.get(`${server.url}/api/v1/leads`)).json()).items;
  /** A click while this tab is in front; answers with the panel that is open in its window, or opens. */
  const clickOn = async (tab: Page, open?: Page): Promise<Page> => {
    const opening = open ?? context.waitForEvent('page', { predicate: isPanel });
    await clickToolbar(tab);
    const panel = await opening;
    await panel.setViewportSize({ width: 360, height: 760 });
    return panel;
  };
  const shows = (panel: Page, name: string) =>
    until(
      () => panel.locator('input[name=name-0]').first().inputValue(),
      (found) => found === name,
    );
  const company = (panel: Page) => panel.locator('input[name=company-0]').first();
  const save = (panel: Page) => panel.locator('[data-save]');
  const type = async (panel: Page, text: string) => {
    await company(panel).fill(text);
    await company(panel).blur();
    await panel.getByText('edited').waitFor();
  };

  try {
    await step('the extension signs in', () => connectExtension({ context, id }, { portal, server: server.url }));
    const [jane, lena] = [await openTab(context, `${home}/jane`), await openTab(context, `${home}/lena`)];
    const panel = await step('the panel reads the tab that was clicked', async () => {
      const opened = await clickOn(jane);
      await shows(opened, 'Jane Doe');
      await type(opened, 'Huaxin Trading');
      return opened;
    });
    await step('another tab is in front: nothing of the first can be saved, until the second is read', async () => {
      await lena.bringToFront();
      await save(panel).getByText('Page changed, read again').waitFor();
      assert.equal(await save(panel).isDisabled(), true);
      await clickOn(lena, panel);
      await shows(panel, 'Lena Kurz');
      assert.notEqual(await company(panel).inputValue(), 'Huaxin Trading');
      await type(panel, 'Huaxin Labs');
    });
    await step('what was typed beside each of them is there again, and each is saved as typed', async () => {
      await clickOn(jane, panel);
      await shows(panel, 'Jane Doe');
      assert.equal(await company(panel).inputValue(), 'Huaxin Trading');
      await picture(panel, 'first-again');
      await save(panel).click();
      await panel.getByText('1 saved').waitFor();
      await clickOn(lena, panel);
      await shows(panel, 'Lena Kurz');
      assert.equal(await company(panel).inputValue(), 'Huaxin Labs');
      await save(panel).click();
      await panel.getByText('Saved as a new lead').waitFor();
      const saved = await leads();
      assert.deepEqual(saved.map(({ name, company }) => `${name}, ${company}`).sort(), [
        'Jane Doe, Huaxin Trading',
        'Lena Kurz, Huaxin Labs',
      ]);
    });
    await step('two windows show a new person as new, and both save at once: one record, both are told', async () => {
      const first = await openTab(context, `${home}/otto`, { ownWindow: true });
      const left = await clickOn(first);
      await left.getByRole('button', { name: /Otto Lang New/ }).waitFor();
      const second = await openTab(context, `${home}/otto?from=news`, { ownWindow: true });
      const right = await clickOn(second);
      await right.getByRole('button', { name: /Otto Lang New/ }).waitFor();
      await Promise.all([save(left).click(), save(right).click()]);
      const said = await Promise.all(
        [left, right].map(async (one) => {
          await one
            .getByText(/^Saved(?: as a new lead|: added to a lead in the CRM)$/)
            .first()
            .waitFor();
          return (await one.getByText('Saved as a new lead').count()) > 0 ? 'new' : 'added';
        }),
      );
      assert.deepEqual(said.sort(), ['added', 'new']);
      assert.equal((await leads()).filter(({ name }) => name === 'Otto Lang').length, 1);
    });
  } finally {
    site.close();
  }
}
