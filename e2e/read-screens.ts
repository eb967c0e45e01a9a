import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { isLoaded, watchAnswers } from './arrived.ts';
import { findingsOf } from './axe.ts';
import { goTo } from './go-to.ts';
import { type Overlay, opensDialog, overlays, screensOf } from './screens.ts';
import type { StoryContext } from './story.ts';
import { askFrom } from './two-teams.ts';

/** Nothing moves any more and nothing is on its way: what is read then is what a person reads. */
async function isStill(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await isLoaded(page);
  await page.evaluate(async () => {
    // On a busy machine a frame takes its time: what moves because of the last change moves only once it is drawn.
    const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await drawn();
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (;;) {
      const ending = document.getAnimations().filter(({ effect, playState }) => {
        const isEndless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
        return !isEndless && playState === 'running';
      });
      if (ending.length === 0) return;
      await Promise.allSettled(ending.map(({ finished }) => finished));
      await drawn();
    }
  });
}

const themes = ['light', 'dark'] as const;
const [desk, phone, height] = [1280, 390, 800];

/** A window that reads screens, and what it found. */
type Reader = {
  readonly page: Page;
  /** Waits until what the page has asked the server is answered. */
  readonly arrived: () => Promise<void>;
  readonly faults: string[];
  readonly opened: string[];
  readonly picture: (name: string) => Promise<void>;
};

/**
 * What axe holds against what stands on the screen: all of it in the light theme, and in the dark one, which the page follows from the
 * machine, what hangs on colours.
 */
async function readBothThemes({ page, faults, picture }: Reader, place: string, within?: string): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html.${colorScheme}`).waitFor({ state: 'attached' });
    await isStill(page);
    const reading = colorScheme === 'light' ? 'all' : 'colours';
    let { serious } = await findingsOf(page, { within, reading });
    if (serious.length > 0) {
      // What came late was read while its colours changed: what is at fault is so when it is read again.
      await isStill(page);
      ({ serious } = await findingsOf(page, { within, reading }));
    }
    faults.push(...serious.map((finding) => `${place}, ${colorScheme}: ${finding}`));
    await picture(`${place.replaceAll(/[^a-z]+/gi, '-')}-${colorScheme}`);
  }
}

/** Opens what the buttons of the page open, one after the other, and reads each. */
async function readForms(reader: Reader, place: string): Promise<void> {
  const { page, opened, arrived } = reader;
  const buttons = page.getByRole('main').getByRole('button', { name: opensDialog });
  const names = [...new Set((await buttons.allTextContents()).map((text) => text.trim()))].filter(Boolean);
  for (const name of names.slice(0, 3)) {
    const button = buttons.filter({ hasText: name }).first();
    if (!(await button.isEnabled())) continue;
    await button.click();
    const dialog = page.getByRole('dialog').first();
    await arrived();
    if (!(await dialog.isVisible())) continue;
    opened.push(`${place}, ${name}`);
    await readBothThemes(reader, `${place}, ${name}`, '[role=dialog]');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
}

/** On a phone, where the theme changes nothing but colours read already. The page follows the window as it is turned. */
async function readOnPhone({ page, faults, picture }: Reader, route: string): Promise<void> {
  await page.setViewportSize({ width: phone, height });
  await page.emulateMedia({ colorScheme: 'light' });
  await isStill(page);
  const { serious } = await findingsOf(page, { reading: 'all but colours' });
  faults.push(...serious.map((finding) => `${route}, on a phone: ${finding}`));
  await picture(`${route.replaceAll(/[^a-z]+/gi, '-')}-phone`);
  await page.setViewportSize({ width: desk, height });
}

/** A page in both themes and on a phone, and what its buttons open. */
async function readScreen(reader: Reader, route: string, address: string): Promise<void> {
  await goTo(reader.page, address);
  await reader.arrived();
  await readBothThemes(reader, route);
  await readOnPhone(reader, route);
  await readForms(reader, route);
}

/** The page is loaded anew: what opened over the one before is gone. */
async function readOverlay(reader: Reader, url: string, { name, at, open, role = 'dialog' }: Overlay): Promise<void> {
  await reader.page.goto(url + at);
  await reader.page.getByRole('heading', { level: 1 }).first().waitFor();
  await isStill(reader.page);
  await open(reader.page);
  await reader.page.getByRole(role).first().waitFor();
  await readBothThemes(reader, `${at}, ${name}`, role === 'table' ? '#main' : `[role=${role}]`);
}

/**
 * Every screen of the demonstration with what opens over it, in both themes and on a phone: axe finds nothing serious. Two windows share
 * the screens. All faults are told at once, and a screen that cannot be opened is a fault beside the others.
 */
export async function readScreens({ startServer, openWindow, step, picture }: StoryContext): Promise<void> {
  const { url } = await startServer({ args: ['--demo'] });
  const [faults, opened]: [string[], string[]] = [[], []];
  const enter = async (): Promise<Reader> => {
    const page = await openWindow();
    const reader = {
      page,
      arrived: watchAnswers(page),
      faults,
      opened,
      picture: (name: string) => picture(page, name),
    };
    await page.goto(url);
    const vera = page.getByRole('button', { name: /Vera Lindqvist/ });
    await vera.waitFor();
    await readBothThemes(reader, '/sign-in');
    await vera.click();
    await page.waitForURL(({ pathname }) => pathname !== '/' && pathname !== '/sign-in');
    return reader;
  };
  const readers = await step('signing in, twice', () => Promise.all([enter(), enter()]));
  const [first] = readers as [Reader, Reader];
  const screens = await screensOf(first.page, askFrom(first.page, url));
  const waiting: { place: string; read: (reader: Reader) => Promise<void> }[] = [
    ...screens.map(({ route, address }) => ({
      place: route,
      read: (reader: Reader) => readScreen(reader, route, address),
    })),
    ...overlays.map((overlay) => ({
      place: `${overlay.at}, ${overlay.name}`,
      read: (reader: Reader) => readOverlay(reader, url, overlay),
    })),
  ];
  await Promise.all(
    readers.map(async (reader) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { place, read } = next;
        await step(place, () => read(reader)).catch((error: Error) => void faults.push(`${place}: ${error.message}`));
      }
    }),
  );
  console.log(`  ${screens.length} pages, ${opened.length} forms: ${opened.join('; ')}`);
  assert.equal(faults.length, 0, `\n${faults.join('\n\n')}`);
  assert.ok(opened.length >= 12, `only these forms were opened: ${opened.join('; ')}`);
}
