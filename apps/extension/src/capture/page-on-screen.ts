import { browser } from 'wxt/browser';

/** The tab a window shows. `url` is null where the browser does not tell: the page is not the one that was clicked. */
export type PageOnScreen = { tabId: number; url: string | null };

/** What the panel read. */
export type PageRead = { tabId: number; url: string };

/** Is the page on screen still the one that was read? Another tab, another address, or an address that cannot be seen is not. */
export function isStillOnScreen(read: PageRead, onScreen: PageOnScreen | null): boolean {
  return onScreen !== null && onScreen.tabId === read.tabId && onScreen.url === read.url;
}

/** Looks which page a window shows now. */
export async function pageOnScreenOf(windowId: number): Promise<PageOnScreen | null> {
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab?.id === undefined ? null : { tabId: tab.id, url: tab.url ?? null };
}

/** Calls back when the window may show another page: a tab switch, a navigation, also one within the page. Answers with how to stop. */
export function onScreenChange(windowId: number, listener: () => void): () => void {
  const activated = (tab: { windowId: number }): void => {
    if (tab.windowId === windowId) listener();
  };
  const updated = (_tabId: number, _change: object, tab: { active: boolean; windowId: number }): void => {
    if (tab.active && tab.windowId === windowId) listener();
  };
  browser.tabs.onActivated.addListener(activated);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}
