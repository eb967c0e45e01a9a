import assert from 'node:assert/strict';
import { uuidv7 } from '@milepost/api/ids';
import type { Page } from 'playwright-core';
import { clickToolbarButton } from '../apps/extension/e2e/toolbar-click.ts';
import { mailFile, pages, staff } from './clip-pages.ts';
import { connectExtension } from './connect-extension.ts';
import { openSite } from './open-site.ts';
import { setUpAcme } from './set-up.ts';
import type { StoryContext } from './story.ts';
import { until } from './until.ts';

/** Of the browser's names for extensions, those that the story uses in the extension's own contexts. */
declare const chrome: {
  tabs: { query: (about: object) => Promise<{ url?: string }[]> };
  contextMenus: { onClicked: object };
};

export const title = 'A list, a note, mails and a file are clipped, through off-line and a killed worker';
// What the two databases differ in is told by clip.e2e.ts and by the tests of the API.
export const dialects = ['sqlite'] as const;
export const limitSeconds = 900;

/** The whole flow of the side panel, by true clicks on the toolbar button. */
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
  const home = `http://huaxin.localhost:${site.port}`;
  const strangers: string[] = [];
  context.on('request', (request) => {
    // What a page or a person navigates to is theirs, not the extension's.
    if (request.isNavigationRequest()) return;
    const isOurs = request.serviceWorker() !== null || request.frame().url().startsWith('chrome-extension:');
    const { protocol, origin } = new URL(request.url());
    if (isOurs && /^https?:/.test(protocol) && origin !== server.url) strangers.push(request.url());
  });

  const tab = await context.newPage();
  const read = async (path: string, text: string): Promise<Page> => {
    if (tab.url() !== home + path) await tab.goto(home + path);
    const panel = await clickToolbarButton({ context, tab, extensionId: id });
    await panel.getByText(text).first().waitFor();
    return panel;
  };
  const readPerson = async (path: string, name: string): Promise<Page> => {
    const panel = await read(path, 'Connected');
    await until(
      () => panel.locator('input[name=name-0]').first().inputValue(),
      (found) => found === name,
    );
    return panel;
  };
  const api = async (path: string) => (await portal.request.get(`${server.url}/api/v1${path}`)).json();
  const create = async (path: string, data: object) => {
    const answer = await portal.request.post(`${server.url}/api/v1${path}`, { data, headers: { origin: server.url } });
    assert.equal(answer.ok(), true, await answer.text());
  };
  const totalOf = async (kind: string): Promise<number> => (await api(`/${kind}?count=1`)).total;
  const save = (panel: Page) => panel.locator('[data-save]');
  const selectPiece = () =>
    tab.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('#piece') as Element);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
  /** What the browser says when somebody chooses "note" in the menu; the menu itself is none that a test can open. */
  const chooseNote = () =>
    worker.evaluate(async () => {
      const [chosen] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      const event = chrome.contextMenus.onClicked as unknown as { dispatch: (...said: unknown[]) => void };
      event.dispatch({ menuItemId: 'note', frameId: 0, pageUrl: chosen?.url }, chosen);
    });

  try {
    const accountId = uuidv7();
    await step('the extension signs in', () => connectExtension({ context, id }, { portal, server: server.url }));
    await step('two of the list are known, and their house is a customer', async () => {
      await create('/accounts', { id: accountId, name: 'Huaxin & Co', website: 'https://huaxin.localhost' });
      for (const { name, email } of staff.slice(0, 2))
        await create('/leads', { id: uuidv7(), kind: 'person', name, email });
    });
    await step('a list offers 17 people, 15 new; the keyboard chooses, Enter saves', async () => {
      const panel = await read('/team', '17 people, 15 new');
      await panel.locator('[data-customer]').getByText('No next step is planned').waitFor();
      await picture(panel, 'list');
      const ticks = panel.locator('[data-tick]');
      await ticks.first().focus();
      await panel.keyboard.press('ArrowDown');
      await panel.keyboard.press('Space');
      await save(panel).getByText('Save 16').waitFor();
      await panel.keyboard.press('Space');
      await save(panel).getByText('Save 17').waitFor();
      await panel.keyboard.press('Enter');
      await panel.getByText('17 saved').waitFor();
      assert.equal(await totalOf('leads'), 17);
    });
    await step(
      'a selection becomes a note of the customer that the menu named, and is taken back by Ctrl+Z',
      async () => {
        const panel = await read('/news', 'Huaxin & Co');
        await selectPiece();
        await chooseNote();
        await panel.locator('[data-noted]').getByText('Saved as a note').waitFor();
        await panel.keyboard.press('Control+Z');
        await panel.locator('[data-note]').waitFor();
        assert.equal(await totalOf('activities'), 0);
        await picture(panel, 'note');
        await panel.locator('[data-save-note]').click();
        await panel.locator('[data-noted]').getByText('Saved as a note').waitFor();
        await picture(panel, 'noted');
        const [note] = (await api('/activities')).items;
        assert.equal(note.accountId, accountId);
        assert.match(note.body, /The plant opens in May:\n\n- 40 people\n- two lines\n\nSee the plan/);
        assert.doesNotMatch(note.body, /tracking/);
        assert.match(note.body, /huaxin\.localhost:\d+\/news$/);
      },
    );
    await step('a thread in Gmail’s shape fills the card, and the mail is logged with its sender', async () => {
      const panel = await read('/gmail', 'Offer 12');
      assert.equal(await panel.locator('input[name=title-0]').first().inputValue(), 'Head of purchasing');
      await picture(panel, 'gmail');
      await save(panel).click();
      await panel.locator('[data-mail-outcome]').getByText('The mail was logged.').waitFor();
      const [mail] = (await api('/activities')).items.filter((one: { kind: string }) => one.kind === 'email');
      assert.equal(mail.subject, 'Offer 12');
      assert.match(mail.body, /^Please send us an offer/);
      assert.doesNotMatch(mail.body, /Could Jane/);
    });
    await step('another message under the same address is not saved as the old one', async () => {
      const panel = await read('/gmail', 'Offer 12');
      await save(panel).getByText('Add to Jane Doe').waitFor();
      await tab.evaluate(() => {
        for (const body of document.querySelectorAll('.a3s')) body.textContent = 'Something else altogether.';
      });
      await save(panel).click();
      await save(panel).getByText('Page changed, read again').waitFor();
      assert.equal(await totalOf('activities'), 2);
    });
    await step('a message in Roundcube’s shape, in its frame', async () => {
      const panel = await read('/roundcube', 'Visit on Friday');
      assert.equal(await panel.locator('input[name=title-0]').first().inputValue(), 'Production Manager');
      assert.equal(await panel.getByText('5550000').count(), 0, 'a quoted telephone is nobody’s');
      await picture(panel, 'roundcube');
      await save(panel).click();
      await panel.locator('[data-mail-outcome]').getByText('The mail was logged.').waitFor();
      assert.equal((await api('/leads?q=karl.weber')).items.length, 1);
      const visit = (await api('/activities')).items.find(
        (one: { subject: string }) => one.subject === 'Visit on Friday',
      );
      assert.deepEqual([visit.subject, visit.onDay], ['Visit on Friday', '2026-03-13']);
    });
    await step('a mail file that is dropped; the second time its mail was logged before', async () => {
      const panel = await read('/news', 'Huaxin & Co');
      for (const outcome of ['The mail was logged.', 'The mail was logged before by Vera.']) {
        const dropped = await panel.evaluateHandle((text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'certificates.eml', { type: 'message/rfc822' }));
          return data;
        }, mailFile);
        await panel.locator('main').dispatchEvent('drop', { dataTransfer: dropped });
        await panel.locator('[data-mail]').getByRole('heading', { name: 'Certificates' }).waitFor();
        await panel.getByText('Comparing').first().waitFor({ state: 'detached' });
        await save(panel).click();
        await panel.locator('[data-mail-outcome]').getByText(outcome).waitFor();
      }
      assert.equal((await api('/leads?q=nina.roth')).items.length, 1);
    });
    await step('what is typed survives that one leaves the page, and nothing is saved meanwhile', async () => {
      const panel = await readPerson('/lena', 'Lena Kurz');
      const company = panel.locator('input[name=company-0]').first();
      await company.fill('Huaxin Trading');
      await company.blur();
      await panel.getByText('edited').waitFor();
      await tab.goto(`${home}/news`);
      await save(panel).getByText('Page changed, read again').waitFor();
      assert.equal(await save(panel).isDisabled(), true);
      await read('/lena', 'edited');
      assert.equal(await company.inputValue(), 'Huaxin Trading');
    });
    await step('off-line it waits, also when the worker is killed; back again it is sent once', async () => {
      const panel = await read('/lena', 'edited');
      const before = await totalOf('leads');
      await context.setOffline(true);
      await panel.getByText('Off-line', { exact: true }).waitFor();
      await save(panel).click();
      await panel.getByText('1 queued').waitFor();
      await panel.close();
      const session = await context.browser()?.newBrowserCDPSession();
      const targets = await session?.send('Target.getTargets');
      const own = targets?.targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(id));
      assert.ok(own, 'the worker runs');
      await session?.send('Target.closeTarget', { targetId: own.targetId });
      await context.setOffline(false);
      // Whoever is awake first delivers: the panel, or the worker that the click has started.
      await read('/lena', 'Connected');
      await until(
        () => totalOf('leads'),
        (total) => total === before + 1,
      );
      assert.equal((await api('/leads?q=lena.kurz')).items[0].company, 'Huaxin Trading');
    });
    assert.deepEqual(strangers, [], 'nothing leaves the browser but to the CRM');
    assert.deepEqual(
      site.asked.filter((path) => !(path in pages) && path !== '/favicon.ico'),
      [],
      'no site is asked for more than its pages',
    );
  } finally {
    site.close();
  }
}
