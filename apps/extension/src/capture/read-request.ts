import { storage } from 'wxt/utils/storage';
import type { NoteTarget } from '../notes/note.ts';

/**
 * Somebody clicked: the panel of this window is to read this tab. `number` tells one click from the next. `note`: what is selected in
 * that frame becomes a note, about the record that the menu named, where it did.
 */
export type ReadRequest = {
  tabId: number;
  windowId: number;
  number: string;
  note?: { frameId: number; about: NoteTarget | null };
};

/** The latest click of each window, by window id. Lives as long as the browser does. */
export const readRequestsItem = storage.defineItem<Record<string, ReadRequest>>('session:read-requests', {
  fallback: {},
});

/** Leaves word for the panel of the tab's window, which may be open already or about to open. */
export async function requestReading(request: ReadRequest): Promise<void> {
  const before = await readRequestsItem.getValue();
  await readRequestsItem.setValue({ ...before, [request.windowId]: request });
}
