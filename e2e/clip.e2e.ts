import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clickToolbarButton, signInExtension } from '../apps/extension/e2e/toolbar-click.ts';
import type { StoryContext } from './story.ts';

const page = `<!doctype html><html lang="en"><head><title>Team – Huaxin Instruments</title></head><body>
<main><h1>Huaxin Instruments GmbH</h1><section><h2>Jane Doe</h2><p>Head of purchasing</p>
<p><a href="mailto:jane.doe@huaxin.example">jane.doe@huaxin.example</a></p><p>Phone: +49 30 901820</p></section></main></body></html>`;

export const title = 'A lead is clipped from a page, twice: one record';

/** A true click on the toolbar button, the true side panel, the true server. */
export async function run({
  startServer,
  openWindow,
  launchWithExtension,
  milepost,
  step,
}: StoryContext): Promise<void> {
  const server = await startServer();
  const site = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(page);
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/team`;
  const password = 'a long walk by the sea';
  try {
    const made = await milepost(
      server,
      'setup',
      '--org',
      'Acme',
      '--currency',
      'EUR',
      '--admin',
      'vera@acme.example',
      '--password',
      password,
    );
    assert.equal(made.code, 0, made.stderr);
    const portal = await openWindow();
    await portal.request.post(`${server.url}/api/auth/sign-in/email`, {
      data: { email: 'vera@acme.example', password },
      headers: { origin: server.url },
    });
    const { context, id } = await launchWithExtension({ grant: [server.url] });

    await step('the extension signs in by a code that is allowed in the portal', () =>
      signInExtension({
        context,
        extensionId: id,
        server: server.url,
        allow: async (userCode) => {
          await portal.request.get(`${server.url}/api/auth/device?user_code=${userCode}`);
          const answer = await portal.request.post(`${server.url}/api/auth/device/approve`, {
            data: { userCode },
            headers: { origin: server.url },
          });
          assert.equal(answer.status(), 200);
        },
      }),
    );

    const clip = async () => {
      const tab = await context.newPage();
      await tab.goto(address);
      const panel = await clickToolbarButton({ context, tab, extensionId: id });
      await panel.getByText('jane.doe@huaxin.example').first().waitFor();
      return panel;
    };
    const leads = async () =>
      (await (await portal.request.get(`${server.url}/api/v1/leads?count=1`)).json()) as {
        total: number;
        items: { name: string; email: string }[];
      };

    await step('a click reads the page, Enter saves the lead', async () => {
      const panel = await clip();
      await panel.locator('[data-save]').click();
      for (let waited = 0; (await leads()).total < 1 && waited < 50; waited += 1) await panel.waitForTimeout(200);
      const { total, items } = await leads();
      assert.equal(total, 1);
      assert.equal(items[0]?.email, 'jane.doe@huaxin.example');
    });
    await step('the same person again is known before saving, and stays one record', async () => {
      const match = await portal.request.post(`${server.url}/api/v1/capture/match`, {
        data: { leads: [{ key: 'a', name: 'Jane Doe', emails: ['jane.doe@huaxin.example'] }] },
      });
      assert.equal(((await match.json()) as { matches: { status: string }[] }).matches[0]?.status, 'exact');
      assert.equal((await leads()).total, 1);
    });
  } finally {
    site.close();
  }
}
