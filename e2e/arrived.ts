import type { Page, Request } from 'playwright-core';
import { isDrawn } from './go-to.ts';
import { letPass } from './until.ts';

/** Nothing on the page says that it is loading. By what it is and not by its role, for which the whole page would be looked through. */
export const isLoaded = (page: Page) =>
  page.locator('[role=status][aria-label=Loading]').first().waitFor({ state: 'detached' });

/**
 * Watches what a window asks the server. What is answered waits until all is there: a page that is not yet busy looks the same as one that
 * is ready, so neither its words nor its shape can tell.
 */
export function watchAnswers(page: Page): () => Promise<void> {
  const open = new Set<Request>();
  page.on('request', (request) => {
    // The feed of changes never ends.
    if (request.resourceType() !== 'eventsource') open.add(request);
  });
  for (const ended of ['requestfinished', 'requestfailed'] as const)
    page.on(ended as 'requestfinished', (request) => void open.delete(request));
  return async () => {
    // One answer may lead to the next question, which is asked when the page has read it.
    for (let quietFor = 0; quietFor < 2; quietFor = open.size === 0 ? quietFor + 1 : 0) {
      await letPass(25);
      await isDrawn(page);
    }
    await isLoaded(page);
  };
}
