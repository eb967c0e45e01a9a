import { browser } from 'wxt/browser';
import { showOnPage } from './read-page.ts';

/** Scrolls a tab to the place a value came from and lights it up for a moment. False when it is not there any more. */
export async function showInTab(tabId: number, path: string): Promise<boolean> {
  try {
    const [done] = await browser.scripting.executeScript({ target: { tabId }, func: showOnPage, args: [path] });
    return done?.result === true;
  } catch {
    return false;
  }
}
