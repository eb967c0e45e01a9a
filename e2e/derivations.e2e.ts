import assert from 'node:assert/strict';
import { evaluate, flatten, isConstant, type Why } from '@milepost/core/explain/why';
import type { ElementHandle, Page } from 'playwright-core';
import { watchAnswers } from './arrived.ts';
import { goTo } from './go-to.ts';
import { screensOf } from './screens.ts';
import type { Story, StoryContext } from './story.ts';
import { askFrom } from './two-teams.ts';
import { letPass } from './until.ts';

export const title =
  'Every figure of the plan, and of the other rooms up to twelve on a page, spread evenly, opens into what it comes from, for three roles';
export const dialects: Story['dialects'] = ['sqlite'];
export const limitSeconds = 1800;

/** How a figure is read out: "Target: €53.9M (€53,890,000.00). Why?" */
const spoken = /: (?<short>[^:]*?)(?: \((?<exact>[^()]*)\))?\. Why\?$/;

/** What a text of the English demonstration says, and how far it may be off by its rounding. */
function readNumber(text: string): { value: number; tolerance: number } {
  const digits = text.replaceAll(/[^\d.%−-]/g, '').replace('−', '-');
  const scale = digits.endsWith('%') ? 0.01 : 1;
  const number = Number(digits.replace('%', ''));
  assert.ok(Number.isFinite(number), `no number: ${text}`);
  const places = digits.replace('%', '').split('.')[1]?.length ?? 0;
  return { value: number * scale, tolerance: 0.500001 * 10 ** -places * scale };
}

/** What is wrong with one figure and its derivation; null when nothing is. */
function faultOf(label: string, why: Why): string | null {
  const recomputed = evaluate(why);
  if (recomputed !== why.value) return `says ${why.value}, and its leaves give ${recomputed}`;
  if (isConstant(why)) return 'is one constant';
  const { short = '', exact } = spoken.exec(label)?.groups ?? {};
  const shown = readNumber(exact ?? short);
  const value = why.unit === 'money' ? Math.round(why.value) / 100 : why.value;
  if (Math.abs(shown.value - value) > shown.tolerance)
    return `is shown as ${exact ?? short}, and its derivation gives ${value}`;
  return null;
}

type Opening = {
  url: string;
  address: string;
  arrived: () => Promise<void>;
  faults: string[];
  read: Set<string>;
  most?: number;
};

/** Rules for which the open sheet has no words: it shows their keys. */
async function unwordedIn(page: Page, rules: readonly string[]): Promise<string[]> {
  await page.getByRole('dialog').getByRole('button', { name: 'Copy as table' }).waitFor();
  const sheet = (await page.getByRole('dialog').textContent()) ?? '';
  return rules.filter((rule) => sheet.includes(rule));
}

/** Rooms beside the plan whose figures are opened too: of each page so many, spread evenly from its first to its last. */
const otherRooms = ['/today', '/pipeline', '/market', '/review'];
const sampled = 12;

/** So many of some, spread evenly, the first and the last among them. */
function spread<T>(some: readonly T[], most: number): T[] {
  if (some.length <= most) return [...some];
  return Array.from({ length: most }, (_, at) => some[Math.round((at * (some.length - 1)) / (most - 1))] as T);
}

/** The figures of a page, when no more of them come: some are reckoned in the page itself. */
async function figuresOf(page: Page): Promise<ElementHandle[]> {
  const figures = page.getByRole('main').getByRole('button', { name: spoken });
  for (let before = -1, now = await figures.count(); now !== before; now = await figures.count()) {
    before = now;
    await letPass(250);
  }
  // All at once: one after the other, each of them would look through the whole page by names again.
  return figures.elementHandles();
}

/** What the figures of a page ask when they are opened, in their order: only noted, and answered with nothing. */
const askedBy = (figures: readonly ElementHandle[], page: Page) =>
  page.evaluate(async (buttons) => {
    const truly = window.fetch;
    const asked: string[] = [];
    let isNoted = Promise.withResolvers<void>();
    window.fetch = async (input, init) => {
      const address = new URL(input instanceof Request ? input.url : String(input), location.href);
      if (!address.pathname.endsWith('/why')) return truly(input, init);
      asked.push(address.pathname + address.search);
      isNoted.resolve();
      return Response.json({ why: { op: 'sum', value: 0, unit: 'count', args: [] }, asOf: new Date().toISOString() });
    };
    try {
      for (const button of buttons as HTMLElement[]) {
        isNoted = Promise.withResolvers<void>();
        // A sheet that is open already takes the next question: no need to close it in between.
        button.click();
        await Promise.race([isNoted.promise, new Promise((late) => setTimeout(late, 30_000))]);
      }
    } finally {
      window.fetch = truly;
    }
    return asked;
  }, figures as ElementHandle[]);

/**
 * Opens every figure that a page shows, or as many as are asked for. Answers how many were opened; a sheet is read where it speaks of
 * rules that were not read yet.
 */
async function openAll(
  page: Page,
  { url, address, arrived, faults, read, most = Number.POSITIVE_INFINITY }: Opening,
): Promise<number> {
  await goTo(page, address);
  await arrived();
  const handles = spread(await figuresOf(page), most);
  const labels = await Promise.all(handles.map(async (figure) => (await figure.getAttribute('aria-label')) ?? ''));
  const asked = await askedBy(handles, page);
  assert.equal(asked.length, handles.length, `${address}: a figure does not open`);
  for (const [at, question] of asked.entries()) {
    const place = `${address}: ${labels[at]}`;
    const answer = await page.request.get(url + question);
    if (!answer.ok()) {
      faults.push(`${place} is answered ${answer.status()}`);
      continue;
    }
    const { why } = (await answer.json()) as { why: Why };
    const fault = faultOf(labels[at] ?? '', why);
    if (fault) faults.push(`${place} ${fault}`);
    const rules = [...new Set(flatten(why).flatMap(({ rule }) => rule ?? []))].filter((rule) => !read.has(rule));
    if (rules.length === 0) continue;
    for (const rule of rules) read.add(rule);
    await handles[at]?.evaluate((button) => (button as HTMLElement).click());
    const unworded = await unwordedIn(page, rules);
    if (unworded.length > 0) faults.push(`${place} speaks of ${unworded.join(', ')} without a word for it`);
  }
  await page.keyboard.press('Escape');
  return handles.length;
}

export async function run({ startServer, openWindow, step }: StoryContext): Promise<void> {
  const { url } = await startServer({ args: ['--demo'] });
  const [faults, read] = [[] as string[], new Set<string>()];
  const told = async (name: RegExp): Promise<void> => {
    const page = await openWindow();
    const arrived = watchAnswers(page);
    await page.goto(url);
    await page.getByRole('button', { name }).click();
    await page.waitForURL(({ pathname }) => pathname !== '/' && pathname !== '/sign-in');
    const screens = await screensOf(page, askFrom(page, url), { room: '/plan/' });
    let [opened, beside] = [0, 0];
    for (const { address } of screens) opened += await openAll(page, { url, address, arrived, faults, read });
    for (const room of otherRooms)
      for (const { address } of await screensOf(page, askFrom(page, url), { room, onlyInSight: true }))
        beside += await openAll(page, { url, address, arrived, faults, read, most: sampled });
    console.log(`  ${name.source}: ${opened} figures of the plan, ${beside} of other rooms`);
    assert.ok(opened > 20 && beside > 0, `${name.source} was shown ${opened} and ${beside} figures only`);
  };
  await step('administrator, manager and rep open all that they are shown', () =>
    Promise.all([told(/Vera Lindqvist/), told(/Max /), told(/Ann /)]),
  );
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`);
}
