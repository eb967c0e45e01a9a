import { browser } from 'wxt/browser';
import { NOTE_MENU } from '../beside/name-in-menu.ts';
import { openPanelFor } from '../capture/open-panel.ts';
import { forgetOldDrafts } from '../drafts/draft-store.ts';
import { forgetOldReceipts } from '../outbox/outbox-choices.ts';
import { armDelivery, DELIVERY_ALARM, runDelivery } from '../outbox/run-delivery.ts';
import { protectStorage } from '../settings/protect-storage.ts';

const READ_MENU = 'read-page';

/**
 * Everything that wakes the worker: the click, the menu, the alarm, the browser's start, the line coming back. It is run at every
 * start of the worker and keeps nothing in memory that its death would lose.
 */
export function startBackground(): void {
  // The click, and with it Alt+Shift+L, which is the same action.
  browser.action.onClicked.addListener((tab) => void openPanelFor(tab));

  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab === undefined) return;
    if (info.menuItemId === READ_MENU) void openPanelFor(tab);
    if (info.menuItemId === NOTE_MENU)
      void openPanelFor(tab, { frameId: info.frameId ?? 0, pageUrl: info.pageUrl ?? '' });
  });

  browser.runtime.onInstalled.addListener(async () => {
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({
      id: READ_MENU,
      title: browser.i18n.getMessage('menuRead'),
      contexts: ['page', 'selection'],
    });
    browser.contextMenus.create({
      id: NOTE_MENU,
      title: browser.i18n.getMessage('menuNote'),
      contexts: ['selection'],
    });
    await forgetOldDrafts(Date.now());
    await forgetOldReceipts(Date.now());
  });

  browser.runtime.onStartup.addListener(() => void runDelivery('all'));
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === DELIVERY_ALARM) void runDelivery('due');
  });
  self.addEventListener('online', () => void runDelivery('all'));

  void protectStorage();
  // At every start of the worker, not only the browser's: an update clears alarms.
  void armDelivery();
}
