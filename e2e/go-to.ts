import type { Page } from 'playwright-core';

type Mounted = {
  __vue_app__: { config: { globalProperties: { $router: { push: (path: string) => Promise<unknown> } } } };
};

/**
 * Goes to a page of the portal as a link in it does: the portal stays and is not loaded anew. The window must show the portal already.
 * Answers when the page before is gone; what stands there may still be loading.
 */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    const { __vue_app__: app } = document.querySelector('#app') as unknown as Mounted;
    await app.config.globalProperties.$router.push(to);
    // The page before is gone when the next frame is drawn.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, path);
}

/** What has arrived so far stands on the screen. */
export const isDrawn = (page: Page) =>
  page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))));
