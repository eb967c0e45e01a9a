import type { LeadReading } from '@milepost/capture/lead';
import { computed, onScopeDispose, type Ref, ref, shallowRef } from 'vue';
import { browser } from 'wxt/browser';
import {
  isStillOnScreen,
  onScreenChange,
  type PageOnScreen,
  type PageRead,
  pageOnScreenOf,
} from '../capture/page-on-screen.ts';
import { type ReadRequest, readRequestsItem } from '../capture/read-request.ts';
import { readTab } from '../capture/read-tab.ts';
import type { ClippedPage } from '../outbox/clip.ts';
import { settingsItem } from '../settings/settings.ts';

/** A page as it was read. */
export type ReadPage = { on: PageRead; page: ClippedPage; reading: LeadReading };

/**
 * What stands in the way of reading: `click` — the browser wants a click on the toolbar button for this page first;
 * `forbidden` — that was done and the browser still refuses (its own pages, the extension store).
 */
export type Refusal = 'click' | 'forbidden';

export type Page = {
  read: Readonly<Ref<ReadPage | null>>;
  isReading: Readonly<Ref<boolean>>;
  refusal: Readonly<Ref<Refusal | null>>;
  /** The page on screen is not, or not any more, the one that was read. */
  isStale: Readonly<Ref<boolean>>;
  /** Looks at once whether it is, for the moment of saving. */
  lookAgain: () => Promise<void>;
  /** Reads what the window shows. */
  readNow: () => Promise<void>;
  start: () => Promise<void>;
};

// The reader is fetched while the panel is being drawn and the page walked, not before.
const reader = import('@milepost/capture/read-leads');

/** Follows the window's page and reads it when somebody clicks. `onRead` is awaited before the page is shown as read. */
export function usePage(onRead: (page: ReadPage) => Promise<void>): Page {
  const read = shallowRef<ReadPage | null>(null);
  const isReading = ref(false);
  const refusal = ref<Refusal | null>(null);
  const onScreen = shallowRef<PageOnScreen | null>(null);
  const isStale = computed(() => read.value !== null && !isStillOnScreen(read.value.on, onScreen.value));
  let windowId = -1;
  let latest = 0;
  let servedRequest = '';

  const lookAgain = async (): Promise<void> => {
    onScreen.value = await pageOnScreenOf(windowId);
    if (!isStale.value && read.value !== null) refusal.value = null;
  };

  const readPageOf = async (tabId: number, isClicked: boolean): Promise<void> => {
    latest += 1;
    const mine = latest;
    isReading.value = true;
    const taken = await readTab(tabId);
    if (mine !== latest) return;
    if (taken.kind === 'read') {
      const { evidence } = taken;
      const { country, ownDomains } = await settingsItem.getValue();
      const { readLeads } = await reader;
      const reading = readLeads(evidence, { ownDomains, ...(country === null ? {} : { country }) });
      const page = { url: evidence.url, title: evidence.title, takenAt: new Date().toISOString() };
      const next = { on: { tabId, url: evidence.url }, page, reading };
      await onRead(next);
      if (mine !== latest) return;
      read.value = next;
      refusal.value = null;
      await lookAgain();
    } else {
      refusal.value = isClicked ? 'forbidden' : 'click';
    }
    isReading.value = false;
  };

  const readNow = async (): Promise<void> => {
    await lookAgain();
    if (onScreen.value !== null) await readPageOf(onScreen.value.tabId, false);
  };
  const serve = (request: ReadRequest | undefined): boolean => {
    if (request === undefined || request.number === servedRequest) return false;
    servedRequest = request.number;
    void readPageOf(request.tabId, true);
    return true;
  };

  const start = async (): Promise<void> => {
    windowId = (await browser.windows.getCurrent()).id ?? -1;
    await lookAgain();
    const waiting = (await readRequestsItem.getValue())[windowId];
    // A request left for another tab of this window is an old one: the panel was closed meanwhile.
    const isForHere = waiting !== undefined && waiting.tabId === onScreen.value?.tabId;
    if (!(isForHere && serve(waiting))) await readNow();
  };
  onScopeDispose(readRequestsItem.watch((requests) => void serve(requests?.[windowId])));
  let stopScreen: () => void = () => undefined;
  const started = async (): Promise<void> => {
    await start();
    stopScreen = onScreenChange(windowId, () => void lookAgain());
  };
  onScopeDispose(() => stopScreen());
  return { read, isReading, refusal, isStale, lookAgain, readNow, start: started };
}
