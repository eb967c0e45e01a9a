import type { Page } from 'playwright-core';
import { until } from './until.ts';

/** Listens to the feed within the window itself, and keeps all that is told. */
export const listen = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const told: string[] = [];
        const source = new EventSource('/api/v1/live');
        for (const event of ['message', 'ready', 'change'])
          source.addEventListener(event, ({ data, lastEventId }) => {
            told.push(`${event} ${lastEventId} ${data}`);
            resolve();
          });
        Object.assign(window, { told });
      }),
  );
/** All that it was told so far. */
export const toldTo = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told.join('\n'));
/** Waits until it is told of something. */
export function isTold(page: Page, what: string): Promise<string> {
  return until(
    () => toldTo(page),
    (told) => told.includes(what),
  );
}
