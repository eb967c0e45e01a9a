import assert from 'node:assert/strict';
import { findingsOf } from './axe.ts';
import type { Story, StoryContext } from './story.ts';

const rooms = [
  '/plan/pace',
  '/plan/targets',
  '/team',
  '/account',
  '/accounts',
  '/leads',
  '/pipeline',
  '/pipeline/deals',
  '/import',
  '/products',
  '/sales',
  '/settings',
  '/settings/stages',
  '/settings/audit',
];

/** Every room of the demonstration in both themes: axe finds nothing serious. */
export const title = 'Nothing serious on any screen, light and dark';
export const dialects: Story['dialects'] = ['sqlite'];

export async function run({ startServer, openWindow, step, picture }: StoryContext): Promise<void> {
  const server = await startServer({ args: ['--demo'] });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openWindow({ colorScheme });
    await step(`signing in, ${colorScheme}`, async () => {
      await page.goto(server.url);
      await page.getByRole('button', { name: /Vera Lindqvist/ }).waitFor();
      assert.deepEqual((await findingsOf(page)).serious, []);
      await page.getByRole('button', { name: /Vera Lindqvist/ }).click();
      await page.getByRole('link', { name: 'Pace' }).first().waitFor();
    });
    for (const room of rooms)
      await step(`${room}, ${colorScheme}`, async () => {
        await page.goto(server.url + room);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForTimeout(700);
        await picture(page, `${room.replaceAll('/', '-')}-${colorScheme}`);
        assert.deepEqual((await findingsOf(page)).serious, []);
      });
  }
}
