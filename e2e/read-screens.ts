import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { findingsOf } from './axe.ts';
import { opensDialog, overlays, screensOf } from './screens.ts';
import type { StoryContext } from './story.ts';
import { askFrom } from './two-teams.ts';

/** Nothing moves any more and nothing is on its way: what is read then is what a person reads. */
async function isStill(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** What axe holds against the page, each sentence with its place. */
async function faultsOf(page: Page, place: string, within?: string): Promise<string[]> {
  await isStill(page);
  return (await findingsOf(page, within)).serious.map((finding) => `${place}: ${finding}`);
}

/** Opens what the buttons of the page open, one after the other, and reads each. */
async function faultsOfForms(page: Page, place: string): Promise<{ faults: string[]; opened: string[] }> {
  const faults: string[] = [];
  const opened: string[] = [];
  const buttons = page.getByRole('main').getByRole('button', { name: opensDialog });
  const names = [...new Set((await buttons.allTextContents()).map((text) => text.trim()))].filter(Boolean);
  for (const name of names.slice(0, 3)) {
    const button = buttons.filter({ hasText: name }).first();
    if (!(await button.isEnabled())) continue;
    await button.click();
    const dialog = page.getByRole('dialog').first();
    const isOpen = await dialog.waitFor({ timeout: 1500 }).then(
      () => true,
      () => false,
    );
    if (!isOpen) continue;
    opened.push(`${place}, ${name}`);
    faults.push(...(await faultsOf(page, `${place}, ${name}`, '[role=dialog]')));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  return { faults, opened };
}

/**
 * Every screen of the demonstration in one theme and width, with what opens over it: axe finds nothing serious. All faults are told at once.
 * @param withForms also what the buttons open, which looks the same at every width but the narrowest.
 */
export async function readScreens(
  { startServer, openWindow, step, picture }: StoryContext,
  look: { colorScheme: 'light' | 'dark'; width: number; withForms: boolean },
): Promise<void> {
  const { colorScheme, width, withForms } = look;
  const { url } = await startServer({ args: ['--demo'] });
  const page = await openWindow({ colorScheme, width });
  const told = (name: string) => `${name}-${colorScheme}-${width}`;
  const faults: string[] = [];
  const opened: string[] = [];
  /** A screen that cannot be opened is a fault beside the others, and does not keep them from being told. */
  const read = (place: string, body: () => Promise<void>) =>
    step(place, body).catch((error: Error) => void faults.push(`${place}: ${error.message}`));
  await step('signing in', async () => {
    await page.goto(url);
    await page.getByRole('button', { name: /Vera Lindqvist/ }).waitFor();
    faults.push(...(await faultsOf(page, '/sign-in')));
    await page.getByRole('button', { name: /Vera Lindqvist/ }).click();
    await page.waitForURL(({ pathname }) => pathname !== '/' && pathname !== '/sign-in');
  });
  const screens = await screensOf(page, askFrom(page, url));
  for (const { route, address } of screens)
    await read(route, async () => {
      await page.goto(url + address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      faults.push(...(await faultsOf(page, route)));
      await picture(page, told(route.replaceAll(/[^a-z]+/g, '-')));
      if (!withForms) return;
      const forms = await faultsOfForms(page, route);
      faults.push(...forms.faults);
      opened.push(...forms.opened);
    });
  for (const { name, at, open, role = 'dialog' } of withForms ? overlays : [])
    await read(`${at}, ${name}`, async () => {
      await page.goto(url + at);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await isStill(page);
      await open(page);
      await page.getByRole(role).first().waitFor();
      faults.push(...(await faultsOf(page, `${at}, ${name}`, role === 'table' ? '#main' : `[role=${role}]`)));
      await picture(page, told(name));
    });
  if (withForms) assert.ok(opened.length >= 12, `only these forms were opened: ${opened.join('; ')}`);
  console.log(`  ${screens.length} pages, ${opened.length} forms: ${opened.join('; ')}`);
  assert.equal(faults.length, 0, `\n${faults.join('\n\n')}`);
}
