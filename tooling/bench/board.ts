/// <reference lib="dom" />
// How smoothly a board of 1,000 open deals scrolls: every column from its first card to its last, in Chromium, with the built portal and
// the true server, chances and reasons on the cards. Each picture scrolls on by 100 pixels, faster than a hand turns a wheel; a frame runs
// from one picture to the next. The floor is a list of as many bare lines on an empty page of the same browser. The bar: 34 ms, two
// pictures of a screen that shows sixty a second, at the 95th percentile.
import { existsSync } from 'node:fs';
import { uuidv7 } from '@milepost/api/ids';
import { openContext } from '../../e2e/story-context.ts';
import { openTwoTeams } from '../../e2e/two-teams.ts';
import type { Run } from './figure.ts';

type Page = Awaited<ReturnType<ReturnType<typeof openContext>['context']['openWindow']>>;
type Stage = { id: string; category: 'open' | 'won' | 'lost'; position: number };

const deals = 1000;
const closedDeals = 200;
const accounts = 100;
const portal = new URL('../../apps/portal/dist', import.meta.url);

/** Scrolls a box to its end, which moves away while more is read, and answers the time of every frame. Throws when the end never comes. */
const scrollThrough = (page: Page, selector: string): Promise<number[]> =>
  page.evaluate(async (where) => {
    const box = document.querySelector(where);
    if (!box) throw new Error(`There is no ${where}.`);
    box.scrollTop = 0;
    const frames: number[] = [];
    let [before, still] = [await new Promise(requestAnimationFrame), 0];
    while (still < 60) {
      const top = box.scrollTop;
      box.scrollTop = top + 100;
      const now = await new Promise(requestAnimationFrame);
      // At the end it waits whether more comes, and what passes meanwhile is no scrolling.
      still = box.scrollTop === top ? still + 1 : 0;
      if (still === 0) frames.push(now - before);
      before = now;
      if (frames.length > 20_000) throw new Error('The end of the column never came.');
    }
    return frames;
  }, selector);

const at = (share: number, times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.min(times.length - 1, Math.floor(share * times.length))] ??
  Number.NaN;

async function seed(ask: Awaited<ReturnType<typeof openTwoTeams>>['asVera']): Promise<void> {
  const { items: stages } = await ask<{ items: Stage[] }>('get', '/api/v1/stages?sort=position&limit=50');
  const open = stages.filter(({ category }) => category === 'open');
  const [won, lost] = (['won', 'lost'] as const).map((kind) => stages.find(({ category }) => category === kind));
  const customers: string[] = [];
  for (let place = 0; place < accounts; place += 1) {
    const id = uuidv7();
    await ask('post', '/api/v1/accounts', { id, name: `Customer ${place} of the north`, segment: `S${place % 4}` });
    customers.push(id);
  }
  for (let place = 0; place < deals + closedDeals; place += 1) {
    const isOpen = place >= closedDeals;
    const isBig = (place * 7) % 10 < 5;
    const isWon = isBig ? place % 10 !== 0 : place % 10 === 1;
    const ended = {
      stageId: (isWon ? won : lost)?.id,
      closedOn: '2026-01-15',
      ...(isWon ? {} : { lostReason: 'Price' }),
    };
    await ask('post', '/api/v1/opportunities', {
      id: uuidv7(),
      name: `${isBig ? 'Whole line of pumps' : 'Seals'} with all that belongs to it, ${place}`.slice(
        0,
        12 + (place % 5) * 12,
      ),
      accountId: customers[place % accounts],
      amountMinor: (isBig ? 9_000_000 : 90_000) + place * 100,
      currency: 'EUR',
      expectedCloseOn: `2026-${String((place % 9) + 2).padStart(2, '0')}-1${place % 10}`,
      openedOn: '2026-01-02',
      ...(isOpen ? { stageId: open[place % open.length]?.id } : ended),
    });
  }
  await ask('post', '/api/v1/scoring/train?subject=opportunity', {});
}

/** Measures the bare list and every open column, and reports median and 95th percentile of all frames. */
export const run: Run = async (report) => {
  if (!existsSync(portal)) throw new Error('The portal is not built yet: npm run build.');
  const { context, close } = openContext('bench-board', 'sqlite');
  try {
    const { server, vera: page, asVera } = await openTwoTeams(context);
    await seed(asVera);
    const bare = await context.openWindow();
    await bare.setContent(
      `<div id="box" style="height: 600px; overflow: auto">${Array.from({ length: deals }, (_, place) => `<p>${place}</p>`).join('')}</div>`,
    );
    const floor = await scrollThrough(bare, '#box');
    await bare.close();
    await page.goto(`${server.url}/pipeline`);
    await page.locator('[data-column] li').first().waitFor();
    const columns = await page.locator('[data-column]').count();
    const frames: number[] = [];
    for (let column = 0; column < columns; column += 1) {
      await page.evaluate((place) => {
        for (const [at, box] of document.querySelectorAll('[data-column]').entries())
          if (at === place) box.id = 'scrolled-column';
          else box.removeAttribute('id');
      }, column);
      frames.push(...(await scrollThrough(page, '#scrolled-column')));
    }
    const name = `board of ${deals} deals in ${columns} columns, a frame of scrolling it all`;
    report({ name: `${name}: median of ${frames.length}`, value: at(0.5, frames), unit: 'ms', floor: at(0.5, floor) });
    report({ name: `${name}: p95, bar 34 ms`, value: at(0.95, frames), unit: 'ms', floor: at(0.95, floor) });
    report({ name: `${name}: p99`, value: at(0.99, frames), unit: 'ms', floor: at(0.99, floor) });
    report({ name: `${name}: longest`, value: Math.max(...frames), unit: 'ms', floor: Math.max(...floor) });
  } finally {
    await close();
  }
};
