import type { PageEvidence } from '@milepost/capture/evidence';
import type { LeadReading } from '@milepost/capture/lead';
import type { MailMessage } from '@milepost/capture/mail-message';
import { computed, onScopeDispose, type Ref, ref, shallowRef } from 'vue';
import { takeFirstReading } from '../capture/first-reading.ts';
import { isFollowed } from '../capture/follow-site.ts';
import {
  isStillOnScreen,
  onScreenChange,
  type PageOnScreen,
  type PageRead,
  pageOnScreenOf,
} from '../capture/page-on-screen.ts';
import { readEvidence } from '../capture/read-evidence.ts';
import { type ReadRequest, readRequestsItem } from '../capture/read-request.ts';
import { readTab, type TabReading } from '../capture/read-tab.ts';
import type { ClippedPage } from '../outbox/clip.ts';
import { settingsItem } from '../settings/settings.ts';
import { useStored } from '../settings/use-stored.ts';

/** A page or a dropped file as it was read; `on` is null for a file, which no navigation changes. `mail` where it is one. */
export type ReadPage = { on: PageRead | null; page: ClippedPage; reading: LeadReading; mail: MailMessage | null };

/**
 * What stands in the way of reading: `click` — the browser wants a click on the toolbar button for this page first; `forbidden` — that
 * was done and the browser still refuses (its own pages, the extension store); `file` — what was dropped is no mail and no card.
 */
export type Refusal = 'click' | 'forbidden' | 'file';

export type Page = {
  read: Readonly<Ref<ReadPage | null>>;
  isReading: Readonly<Ref<boolean>>;
  refusal: Readonly<Ref<Refusal | null>>;
  /** The page on screen is not, or not any more, the one that was read. */
  isStale: Readonly<Ref<boolean>>;
  /** The site on screen is opted in: what it shows is read as it changes. */
  isFollowing: Readonly<Ref<boolean>>;
  windowId: Readonly<Ref<number>>;
  /** Looks at once whether it is, also within the page, for the moment of saving. */
  lookInside: () => Promise<void>;
  /** Reads what the window shows. */
  readNow: () => Promise<void>;
  /** Reads a mail file or a card that was dropped on the panel. */
  readFile: (file: File) => Promise<void>;
  start: () => Promise<void>;
};

export type PageEvents = {
  /** Makes ready what the panel shows of a page; the answer shows all of it at once, so that nothing of two pages stands together. */
  prepare: (page: ReadPage) => Promise<() => void>;
  /** Somebody asked for a note of what is selected. */
  onNote: (request: ReadRequest) => Promise<void>;
};

const isSameMail = (one: MailMessage, other: MailMessage | null): boolean =>
  other !== null &&
  one.messageId === other.messageId &&
  one.subject === other.subject &&
  one.from?.email === other.from?.email &&
  one.text === other.text;

/** A page that draws itself anew is read when it has come to rest. */
const REST_BEFORE_FOLLOWING_MS = 400;

/** Follows the window's page and reads it when somebody clicks, or as it changes where the site was opted in. */
export function usePage({ prepare, onNote }: PageEvents): Page {
  const read = shallowRef<ReadPage | null>(null);
  const isReading = ref(false);
  const refusal = ref<Refusal | null>(null);
  const onScreen = shallowRef<PageOnScreen | null>(null);
  const isFollowing = ref(false);
  const windowId = ref(-1);
  const isOtherMail = ref(false);
  const isStale = computed(() => {
    const on = read.value?.on ?? null;
    return on !== null && (isOtherMail.value || !isStillOnScreen(on, onScreen.value));
  });
  let latest = 0;
  let servedRequest = '';
  let resting: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(resting));

  const lookAgain = async (): Promise<void> => {
    onScreen.value = await pageOnScreenOf(windowId.value);
    const url = onScreen.value?.url ?? null;
    isFollowing.value = url !== null && (await isFollowed(url));
    if (!isStale.value && read.value !== null && refusal.value === 'click') refusal.value = null;
  };

  /** A webmail may show another message under the same address: then only the page itself can tell. */
  const lookInside = async (): Promise<void> => {
    await lookAgain();
    const shown = read.value;
    if (shown === null || shown.on === null || shown.mail === null || isStale.value) return;
    const taken = await readTab(shown.on.tabId);
    if (taken.kind !== 'read') return;
    const { mail } = readEvidence(taken.evidence, {});
    isOtherMail.value = read.value === shown && !isSameMail(shown.mail, mail);
  };

  const show = async (next: ReadPage, mine: number): Promise<void> => {
    const shown = await prepare(next);
    if (mine !== latest) return;
    shown();
    read.value = next;
    isOtherMail.value = false;
    refusal.value = null;
    await lookAgain();
  };
  const settings = useStored(settingsItem);
  const options = async () => {
    await settings.ready;
    const { country, ownDomains } = settings.value.value;
    return { ownDomains, ...(country === null ? {} : { country }) };
  };
  const understand = async (evidence: PageEvidence, tabId: number): Promise<ReadPage> => {
    const page = { url: evidence.url, title: evidence.title, takenAt: new Date().toISOString() };
    return { on: { tabId, url: evidence.url }, page, ...readEvidence(evidence, await options()) };
  };

  /** `isClicked`: for this page somebody pressed the toolbar button. `begun`: it was read already. */
  const readPageOf = async (tabId: number, isClicked: boolean, begun: TabReading | null = null): Promise<void> => {
    latest += 1;
    const mine = latest;
    isReading.value = true;
    const taken = begun ?? (await readTab(tabId));
    if (mine !== latest) return;
    if (taken.kind === 'read') await show(await understand(taken.evidence, tabId), mine);
    else refusal.value = isClicked ? 'forbidden' : 'click';
    if (mine === latest) isReading.value = false;
  };

  const readFile = async (file: File): Promise<void> => {
    latest += 1;
    const mine = latest;
    isReading.value = true;
    const { understandFile } = await import('../capture/read-file.ts');
    const understood = await understandFile(file, await options());
    if (mine !== latest) return;
    if (understood === null) refusal.value = 'file';
    else {
      const page = { url: `file:${file.name}`, title: file.name, takenAt: new Date().toISOString() };
      await show({ on: null, page, ...understood }, mine);
    }
    isReading.value = false;
  };

  const readNow = async (): Promise<void> => {
    await lookAgain();
    if (onScreen.value !== null) await readPageOf(onScreen.value.tabId, false);
  };
  const serve = (request: ReadRequest | undefined, begun: TabReading | null = null): boolean => {
    if (request === undefined || request.number === servedRequest) return false;
    servedRequest = request.number;
    void readPageOf(request.tabId, true, begun);
    if (request.note !== undefined) void onNote(request);
    return true;
  };
  const follow = async (): Promise<void> => {
    await lookAgain();
    if (!(isStale.value && isFollowing.value)) return;
    clearTimeout(resting);
    resting = setTimeout(() => void readNow(), REST_BEFORE_FOLLOWING_MS);
  };

  const begin = async (): Promise<void> => {
    isReading.value = true;
    const first = await takeFirstReading();
    windowId.value = first.windowId;
    onScreen.value = first.onScreen;
    // A request left for another tab of this window is an old one: the panel was closed meanwhile.
    const isForHere = (request?: ReadRequest) => request?.tabId === first.onScreen?.tabId;
    // The click's word may come after the page's.
    const waiting = isForHere(first.request) ? first.request : (await readRequestsItem.getValue())[first.windowId];
    if (isForHere(waiting) && serve(waiting, first.taken)) return;
    isReading.value = false;
    if (first.onScreen !== null) await readPageOf(first.onScreen.tabId, false, first.taken);
  };
  onScopeDispose(readRequestsItem.watch((requests) => void serve(requests?.[windowId.value])));
  let stopScreen: () => void = () => undefined;
  const start = async (): Promise<void> => {
    await begin();
    stopScreen = onScreenChange(windowId.value, () => void follow());
  };
  onScopeDispose(() => stopScreen());
  return { read, isReading, refusal, isStale, isFollowing, windowId, lookInside, readNow, readFile, start };
}
