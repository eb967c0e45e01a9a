/// <reference lib="dom" />
// What a keystroke costs in the grid of a target: 200 people × 12 months with 6 product lines below them, in Chromium, with the
// built portal and the true server. A time runs from the event of the key to after the next picture. The floor is the same
// key in a bare field on an empty page of the same browser. The bar of the house: 50 ms at the median of 100.
import { existsSync } from 'node:fs';
import { uuidv7 } from '@milepost/api/ids';
import { openContext } from '../../e2e/story-context.ts';
import { openTwoTeams } from '../../e2e/two-teams.ts';
import type { Figure, Run } from './figure.ts';

type Page = Awaited<ReturnType<ReturnType<typeof openContext>['context']['openWindow']>>;

const people = 200;
const keystrokes = 100;
const portal = new URL('../../apps/portal/dist', import.meta.url);

/** Keeps, in the page, the time of every key that is pressed from now on. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const times: number[] = [];
    const begin = () => {
      const began = performance.now();
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - began)));
    };
    window.addEventListener('keydown', begin, true);
    Object.assign(window, { keyTimes: times });
  });
const timesOf = (page: Page) => page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes.splice(0));

/** Presses keys one after the other, each after the picture of the one before, and answers the median of those counted. */
async function medianOf(page: Page, keys: readonly { key: string; isCounted: boolean }[]): Promise<number> {
  await timesOf(page);
  const counted: number[] = [];
  for (const { key, isCounted } of keys) {
    await page.keyboard.press(key);
    await page.waitForFunction(() => (window as unknown as { keyTimes: number[] }).keyTimes.length > 0);
    const [time] = await timesOf(page);
    if (isCounted && time !== undefined) counted.push(time);
  }
  return middleOf(counted);
}
const middleOf = (times: number[]): number => times.sort((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
const counted = (key: string) => ({ key, isCounted: true });
const passed = (key: string) => ({ key, isCounted: false });

/** One gesture that is no key: its time to after the next picture. */
const timeOf = (page: Page, deed: string, text: string) =>
  page.evaluate(
    async ([what, pasted]) => {
      const began = performance.now();
      if (what === 'paste') {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted ?? '');
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
      } else
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return performance.now() - began;
    },
    [deed, text],
  );

async function bareField(page: Page): Promise<number> {
  await page.setContent('<input aria-label="bare">');
  await page.locator('input').focus();
  await listen(page);
  return medianOf(
    page,
    Array.from({ length: keystrokes }, () => counted('7')),
  );
}

/** Measures typing, moving, entering, locking, pasting and undoing, and reports each. */
export const run: Run = async (report) => {
  if (!existsSync(portal)) throw new Error('The portal is not built yet: npm run build.');
  const { context, close } = openContext('bench-portal', 'sqlite');
  try {
    const { server, vera: page, asVera } = await openTwoTeams(context);
    const persons: { id: string; weight: number }[] = [];
    for (let place = 0; place < people; place += 1) {
      const [id, name] = [uuidv7(), `Person ${String(place).padStart(3, '0')}`];
      await asVera('post', '/api/v1/people', { id, name, email: `person-${place}@acme.example`, role: 'rep' });
      persons.push({ id, weight: ((place * 31) % 17) + 1 });
    }
    const id = uuidv7();
    const parts = (names: readonly string[]) => names.map((name, at) => ({ id: name, weight: at + 1 }));
    await asVera('post', '/api/v1/targets', {
      id,
      name: 'Bench',
      fiscalYear: 2026,
      totalMinor: 6_000_000_000,
      months: { kind: 'typed', shares: [3, 9, 7, 5, 14, 10, 4, 11, 8, 5, 13, 7] },
      persons,
      lines: parts(['Filters', 'Meters', 'Pumps', 'Seals', 'Service', 'Valves']),
      segments: parts(['Food', 'Steel', 'Water']),
    });
    const floorPage = await context.openWindow();
    const floor = await bareField(floorPage);
    await page.goto(`${server.url}/plan/targets/${id}`);
    await page.locator('[data-cell="5 2"]').waitFor();
    await listen(page);
    const size = `${people} × 12 × 6`;
    const told = (name: string, value: number): Figure => ({ name: `grid ${size}: ${name}`, value, unit: 'ms', floor });
    // Rows that are scrolled away are not drawn: back to the top first.
    const focus = async (row: number, column = 2) => {
      await page.getByRole('grid').evaluate((grid) => grid.parentElement?.scrollTo(0, 0));
      await page.locator(`[data-cell="${row} ${column}"]`).focus();
    };

    await focus(5);
    const digits = Array.from({ length: keystrokes / 5 }, () => [
      passed('1'),
      ...['2', '3', '4', '5', '6'].map(counted),
      passed('Enter'),
    ]);
    report(told('typing a digit', await medianOf(page, digits.flat())));
    await focus(5, 3);
    const entries = Array.from({ length: keystrokes }, () => [passed('9'), passed('8'), passed('7'), counted('Enter')]);
    report(told('entering an amount', await medianOf(page, entries.flat())));
    await focus(5, 4);
    report(
      told(
        'moving by an arrow',
        await medianOf(
          page,
          Array.from({ length: keystrokes }, () => counted('ArrowDown')),
        ),
      ),
    );
    await focus(5, 6);
    report(
      told(
        'locking a cell',
        await medianOf(
          page,
          Array.from({ length: keystrokes }, () => counted('l')),
        ),
      ),
    );
    const block = Array.from({ length: 50 }, (_, row) =>
      Array.from({ length: 12 }, (__, column) => String(1000 + row * 12 + column)).join('\t'),
    ).join('\n');
    await focus(10);
    report(told('pasting 50 × 12 cells', await timeOf(page, 'paste', block)));
    report(told('taking it back', await timeOf(page, 'undo', '')));
  } finally {
    await close();
  }
};
