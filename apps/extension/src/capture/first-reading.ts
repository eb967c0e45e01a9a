import { browser } from 'wxt/browser';
import type { PageOnScreen } from './page-on-screen.ts';
import { type ReadRequest, readRequestsItem } from './read-request.ts';
import { readTab, type TabReading } from './read-tab.ts';

/** The page that the window shows as its panel opens, what it says, and the click that asked for it, where it was known by then. */
export type FirstReading = {
  windowId: number;
  onScreen: PageOnScreen | null;
  taken: TabReading | null;
  request: ReadRequest | undefined;
};

const opening = globalThis as { firstReading?: Promise<FirstReading> };

async function readFirst(): Promise<FirstReading> {
  const waiting = readRequestsItem.getValue();
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const windowId = tab?.windowId ?? (await browser.windows.getCurrent()).id ?? -1;
  const onScreen = tab?.id === undefined ? null : { tabId: tab.id, url: tab.url ?? null };
  const taken = onScreen === null ? null : await readTab(onScreen.tabId);
  return { windowId, onScreen, taken, request: (await waiting)[windowId] };
}

/** Starts with a script of its own, while the panel's own code is still being fetched. */
export function beginFirstReading(): void {
  opening.firstReading = readFirst();
}

/** What was begun, once. */
export function takeFirstReading(): Promise<FirstReading> {
  const begun = opening.firstReading ?? readFirst();
  delete opening.firstReading;
  return begun;
}
