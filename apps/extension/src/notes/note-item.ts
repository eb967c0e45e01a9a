import { storage } from 'wxt/utils/storage';
import type { NoteDraft } from './note.ts';

/** The note that is being written, by window: navigation, closing the panel and the worker's death lose nothing of it. */
export const noteDraftsItem = storage.defineItem<Record<string, NoteDraft>>('local:note-drafts', {
  version: 1,
  fallback: {},
});

/** Keeps the draft of a window, or forgets it. */
export async function keepNoteDraft(windowId: number, draft: NoteDraft | null): Promise<void> {
  const { [windowId]: _, ...others } = await noteDraftsItem.getValue();
  await noteDraftsItem.setValue(draft === null ? others : { ...others, [windowId]: draft });
}
