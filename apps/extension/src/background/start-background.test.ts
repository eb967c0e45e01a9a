import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { nameInMenu } from '../beside/name-in-menu.ts';
import { readRequestsItem } from '../capture/read-request.ts';
import { closeKeptData } from '../kept/kept-data.ts';
import { sampleClip } from '../outbox/clip.sample.ts';
import { enqueue } from '../outbox/outbox.ts';
import { outboxItemsOf } from '../outbox/outbox-choices.ts';
import { armDelivery, DELIVERY_ALARM } from '../outbox/run-delivery.ts';
import { sessionItem } from '../sign-in/session.ts';
import { startBackground } from './start-background.ts';

const session = { origin: 'https://crm.example', token: 't', personId: 'p', personName: 'Rosa', organisation: 'Acme' };
const listeners: { click?: (tab: object) => void; menu?: (info: object, tab?: object) => void; online?: () => void } =
  {};
const openPanel = vi.fn(async () => undefined);
const protect = vi.fn(async () => undefined);
const fetched = vi.fn(async () => Response.json({ outcome: 'created', leadId: null, record: null }, { status: 201 }));

beforeEach(async () => {
  await closeKeptData();
  globalThis.indexedDB = new IDBFactory();
  fakeBrowser.reset();
  vi.clearAllMocks();
  // What the fake has not got throws "not implemented".
  fakeBrowser.i18n.getMessage = ((key: string, value = '') => `${key} ${value}`) as never;
  fakeBrowser.sidePanel.open = openPanel as never;
  fakeBrowser.storage.local.setAccessLevel = protect as never;
  fakeBrowser.action.onClicked.addListener = (listener) => {
    listeners.click = listener as never;
  };
  fakeBrowser.contextMenus.onClicked.addListener = (listener) => {
    listeners.menu = listener as never;
  };
  const addEventListener = (_: string, listener: () => void): void => {
    listeners.online = listener;
  };
  vi.stubGlobal('self', { addEventListener });
  vi.stubGlobal('fetch', fetched);
});

const stateOf = async (clipId: string) => (await outboxItemsOf([clipId]))[0]?.state;

describe('the background', () => {
  it('opens the panel within the click and asks it to read the clicked tab', async () => {
    startBackground();
    listeners.click?.({ id: 7, windowId: 3 });
    // Browsers allow it only while the click is being handled: not a moment later.
    expect(openPanel).toHaveBeenCalledWith({ windowId: 3 });
    await vi.waitFor(
      async () => expect((await readRequestsItem.getValue())[3]).toMatchObject({ tabId: 7, windowId: 3 }),
      20_000,
    );
  });

  it('does the same from the context menu, and only for its own entry', () => {
    startBackground();
    listeners.menu?.({ menuItemId: 'other' }, { id: 7, windowId: 3 });
    expect(openPanel).not.toHaveBeenCalled();
    listeners.menu?.({ menuItemId: 'read-page' }, { id: 7, windowId: 3 });
    expect(openPanel).toHaveBeenCalledTimes(1);
  });

  it('makes a note of a selection, about the record that the menu named for that very page', async () => {
    const about = { kind: 'account', id: '5', label: 'R&D' } as const;
    const update = vi.fn(async () => undefined);
    fakeBrowser.contextMenus.update = update as never;
    await nameInMenu({ tabId: 7, url: 'https://huaxin.example/', about });
    expect(update).toHaveBeenCalledWith('note', { title: 'menuNoteTo R&&D' });
    startBackground();
    const click = (pageUrl: string) =>
      listeners.menu?.({ menuItemId: 'note', frameId: 4, pageUrl }, { id: 7, windowId: 3 });
    click('https://huaxin.example/');
    await vi.waitFor(
      async () => expect((await readRequestsItem.getValue())[3]?.note).toEqual({ frameId: 4, about }),
      20_000,
    );
    click('https://huaxin.example/other');
    await vi.waitFor(
      async () => expect((await readRequestsItem.getValue())[3]?.note).toEqual({ frameId: 4, about: null }),
      20_000,
    );
  });

  it('sets the alarm again at every start, because an update clears it', async () => {
    await enqueue([sampleClip(1)], { account: null, nowMs: Date.now() });
    startBackground();
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get(DELIVERY_ALARM)).toBeDefined(), 20_000);
    await fakeBrowser.alarms.clearAll();
    startBackground();
    await vi.waitFor(async () => expect(await fakeBrowser.alarms.get(DELIVERY_ALARM)).toBeDefined(), 20_000);
  });

  it('sends the queue when the line comes back, and then needs no alarm', async () => {
    const clip = sampleClip(1);
    await enqueue([clip], { account: null, nowMs: Date.now() });
    await sessionItem.setValue(session);
    startBackground();
    listeners.online?.();
    await vi.waitFor(async () => expect(await stateOf(clip.clipId)).toBe('sent'), 20_000);
    await armDelivery();
    expect(await fakeBrowser.alarms.get(DELIVERY_ALARM)).toBeUndefined();
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('sends the queue when its alarm rings, and listens to no other', async () => {
    const clip = sampleClip(1);
    await enqueue([clip], { account: null, nowMs: Date.now() });
    await sessionItem.setValue(session);
    startBackground();
    const ring = (name: string) => fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: Date.now() } as never);
    await ring('something else');
    expect(fetched).not.toHaveBeenCalled();
    await ring(DELIVERY_ALARM);
    await vi.waitFor(async () => expect(await stateOf(clip.clipId)).toBe('sent'), 20_000);
  });

  it('keeps the sign-in token from code that runs beside a web page', () => {
    startBackground();
    expect(protect).toHaveBeenCalledWith({ accessLevel: 'TRUSTED_CONTEXTS' });
  });

  it('sends nothing while nobody is signed in', async () => {
    const clip = sampleClip(1);
    await enqueue([clip], { account: null, nowMs: Date.now() });
    startBackground();
    await fakeBrowser.alarms.onAlarm.trigger({ name: DELIVERY_ALARM, scheduledTime: Date.now() } as never);
    expect(await stateOf(clip.clipId)).toBe('queued');
    expect(fetched).not.toHaveBeenCalled();
  });
});
