/// <reference lib="dom" />
// How long after a click on the toolbar button the side panel can be used: the built extension in Chromium, the true server, pages of a
// person and of a list. From the click to the first picture in which the leads stand and Save can be pressed; the server's answer is not
// waited for. The clock starts before the command that clicks is sent, so the way of that command is counted too.
// The bar of the house: 300 ms at the 95th percentile. Then the size of what a click injects into a page: 300 kB at most.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { openByToolbarButton } from '../../apps/extension/e2e/toolbar-click.ts';
import { pages } from '../../e2e/clip-pages.ts';
import { connectExtension } from '../../e2e/connect-extension.ts';
import { openSite } from '../../e2e/open-site.ts';
import { setUpAcme } from '../../e2e/set-up.ts';
import { openContext } from '../../e2e/story-context.ts';
import type { Run } from './figure.ts';

const extension = new URL('../../apps/extension/.output/chrome-mv3/', import.meta.url);
const clicks = 20;
const injected = ['read-page.js', 'read-selection.js'];

/** When the panel said it can be used. It is left alone until then: a question would bring a driver's own scripts into it. */
async function usableAt(panel: { evaluate<T>(look: () => T): Promise<T> }): Promise<number> {
  for (;;) {
    await setTimeout(1500);
    const time = await panel.evaluate(() => (window as unknown as { usableAt?: number }).usableAt);
    if (time !== undefined) return time;
  }
}

const at = (share: number, times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(share * times.length))] ??
  Number.NaN;

/** Measures clicks on a page of one person and on a list of seventeen. */
export const run: Run = async (report) => {
  if (!existsSync(extension)) throw new Error('The extension is not built yet: npm run build.');
  for (const file of injected) {
    const value = readFileSync(new URL(file, extension)).length / 1000;
    report({ name: `injected ${file}, bar 300 kB`, value, unit: 'kB' });
  }
  const { context: story, close } = openContext('bench-panel', 'sqlite');
  const site = await openSite(pages);
  try {
    const server = await story.startServer();
    await setUpAcme(story.milepost, server);
    const { context, id } = await story.launchWithExtension({ grant: [server.url] });
    await connectExtension({ context, id }, { portal: await story.openWindow(), server: server.url });
    // The panel's own clock, so that the way of the news to this process does not count.
    await context.addInitScript(() => {
      const look = () => {
        const save = document.querySelector<HTMLButtonElement>('[data-save]');
        if (save === null || save.disabled) requestAnimationFrame(look);
        else Object.assign(window, { usableAt: performance.timeOrigin + performance.now() });
      };
      if (location.pathname === '/sidepanel.html') requestAnimationFrame(look);
    });
    for (const [path, what] of [
      ['/jane', 'one person'],
      ['/team', 'a list of 17'],
    ] as const) {
      const tab = await context.newPage();
      await tab.goto(site.url + path);
      const times: number[] = [];
      for (let click = 0; click < clicks; click += 1) {
        const began = Date.now();
        const panel = await openByToolbarButton({ context, tab, extensionId: id });
        times.push((await usableAt(panel)) - began);
        await panel.close();
      }
      await tab.close();
      report({ name: `click to usable panel, ${what}: median`, value: at(0.5, times), unit: 'ms' });
      report({ name: `click to usable panel, ${what}: p95, bar 300 ms`, value: at(0.95, times), unit: 'ms' });
    }
  } finally {
    site.close();
    await close();
  }
};
