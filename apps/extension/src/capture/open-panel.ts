import { browser } from 'wxt/browser';
import { namedTargetOf } from '../beside/name-in-menu.ts';
import { requestReading } from './read-request.ts';

type SidebarOwner = { sidebarAction?: { open(): Promise<void> } };

/** A tab somebody clicked for. */
export type ClickedTab = { id?: number; windowId: number };

/** Somebody chose "note" for what is selected in a frame of a page. */
export type NoteClick = { frameId: number; pageUrl: string };

/**
 * Opens the panel beside a tab and asks it to read that tab, or to make a note of what is selected there. Must be called straight
 * from the click: browsers open a panel only while the click is being handled, so nothing may be awaited before.
 */
export async function openPanelFor(tab: ClickedTab, note?: NoteClick): Promise<void> {
  await Promise.all([openPanel(tab.windowId), askFor(tab, note)]);
}

async function askFor({ id: tabId, windowId }: ClickedTab, note: NoteClick | undefined): Promise<void> {
  if (tabId === undefined) return;
  const request = { tabId, windowId, number: crypto.randomUUID() };
  if (note === undefined) return requestReading(request);
  const about = await namedTargetOf({ id: tabId, url: note.pageUrl });
  await requestReading({ ...request, note: { frameId: note.frameId, about } });
}

function openPanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as SidebarOwner;
  return sidebarAction === undefined ? browser.sidePanel.open({ windowId }) : sidebarAction.open();
}
