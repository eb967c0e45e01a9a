import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { NoteTarget } from '../notes/note.ts';

/** Whose page a tab shows, for the menu of a selection: it names the record, and a click there needs no choice any more. */
export type NamedTarget = { tabId: number; url: string; about: NoteTarget };
const namedTargetItem = storage.defineItem<NamedTarget | null>('session:named-target', { fallback: null });

/** The menu entry for notes. */
export const NOTE_MENU = 'note';

/** Writes into the menu what a note would be about; null takes the name out again. */
export async function nameInMenu(named: NamedTarget | null): Promise<void> {
  await namedTargetItem.setValue(named);
  // In a menu an ampersand marks a key: doubled it is one.
  const label = named?.about.label.replaceAll('&', '&&').slice(0, 60) ?? '';
  const title = named === null ? browser.i18n.getMessage('menuNote') : browser.i18n.getMessage('menuNoteTo', label);
  await Promise.resolve(browser.contextMenus.update(NOTE_MENU, { title })).catch(() => undefined);
}

/** What a click on the menu in a tab is about: the record it named there, null where it named none or the tab shows another page. */
export async function namedTargetOf(tab: { id?: number; url?: string | undefined }): Promise<NoteTarget | null> {
  const named = await namedTargetItem.getValue();
  return named !== null && named.tabId === tab.id && named.url === tab.url ? named.about : null;
}
