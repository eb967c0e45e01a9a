import { browser } from 'wxt/browser';
import { requestReading } from './read-request.ts';

type SidebarOwner = { sidebarAction?: { open(): Promise<void> } };

/** A tab somebody clicked for. */
export type ClickedTab = { id?: number; windowId: number };

/**
 * Opens the panel beside a tab and asks it to read that tab. Must be called straight from the click: browsers open a panel only
 * while the click is being handled, so nothing may be awaited before.
 */
export async function openPanelFor(tab: ClickedTab): Promise<void> {
  const opening = openPanel(tab.windowId);
  const asking =
    tab.id === undefined
      ? Promise.resolve()
      : requestReading({ tabId: tab.id, windowId: tab.windowId, number: crypto.randomUUID() });
  await Promise.all([opening, asking]);
}

function openPanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as SidebarOwner;
  return sidebarAction === undefined ? browser.sidePanel.open({ windowId }) : sidebarAction.open();
}
