import { computed, type Ref, ref, shallowRef } from 'vue';
import type { ReadRequest } from '../capture/read-request.ts';
import { readSelectionOf } from '../capture/read-tab.ts';
import { dayOf } from '../day/civil-day.ts';
import { type ClipId, newClipId } from '../outbox/clip-id.ts';
import { saveClips } from '../outbox/save-clips.ts';
import type { ReadPage } from '../panel/use-page.ts';
import { accountOf } from '../sign-in/session.ts';
import type { Connection } from '../sign-in/use-connection.ts';
import { makeNote, type NoteDraft } from './note.ts';
import { keepNoteDraft, noteDraftsItem } from './note-item.ts';

export type Note = {
  draft: Readonly<Ref<NoteDraft | null>>;
  /** Nothing was selected where somebody asked for a note. */
  isNothingSelected: Readonly<Ref<boolean>>;
  canBeSaved: Readonly<Ref<boolean>>;
  /** The note that was saved last, until another is begun or another page is read. */
  lastClipId: Readonly<Ref<ClipId | null>>;
  /** The draft of this window, from before the panel was closed. */
  resume: (windowId: number) => Promise<void>;
  /** Begins an empty note about the page that is shown. */
  beginHere: (read: ReadPage | null) => Promise<void>;
  /** Another page is shown: what was saved of the one before is told no more. */
  turnPage: () => void;
  /** Begins a note with what is selected. Answers with the clip where the menu named a record and the note is saved by that. */
  begin: (request: ReadRequest) => Promise<ClipId | null>;
  write: (change: Partial<Pick<NoteDraft, 'text' | 'about'>>) => Promise<void>;
  discard: () => Promise<void>;
  /** Puts the note into the queue. Null while it cannot be saved. */
  save: () => Promise<ClipId | null>;
  /** Takes a note up again that was taken back. */
  reopen: (clipId: ClipId) => Promise<void>;
};

const reader = () => import('./note-text.ts');

/** The note that is being written in this window. */
export function useNote(connection: Connection, windowId: Readonly<Ref<number>>): Note {
  const draft = shallowRef<NoteDraft | null>(null);
  const isNothingSelected = ref(false);
  const lastClipId = ref<ClipId | null>(null);
  let saved: NoteDraft | null = null;
  const today = (): string => dayOf(new Date());
  const canBeSaved = computed(() => draft.value !== null && makeNote(draft.value, today()) !== null);

  const keep = async (next: NoteDraft | null): Promise<void> => {
    draft.value = next;
    await keepNoteDraft(windowId.value, next);
  };
  const resume = async (window: number): Promise<void> => {
    draft.value ??= (await noteDraftsItem.getValue())[window] ?? null;
  };
  const begin = async ({ tabId, note }: ReadRequest): Promise<ClipId | null> => {
    if (note === undefined) return null;
    const evidence = await readSelectionOf(tabId, note.frameId);
    isNothingSelected.value = evidence === null;
    if (evidence === null) return null;
    lastClipId.value = null;
    const { noteText } = await reader();
    const page = { url: evidence.url, title: evidence.title, takenAt: new Date().toISOString() };
    await keep({ clipId: newClipId(), page, text: noteText(evidence), about: note.about });
    return note.about === null ? null : save();
  };
  const beginHere = async (read: ReadPage | null): Promise<void> => {
    if (read === null || draft.value !== null) return;
    lastClipId.value = null;
    await keep({ clipId: newClipId(), page: read.page, text: '', about: null });
  };
  const turnPage = (): void => {
    lastClipId.value = null;
    isNothingSelected.value = false;
  };
  const write = async (change: Partial<Pick<NoteDraft, 'text' | 'about'>>): Promise<void> => {
    if (draft.value !== null) await keep({ ...draft.value, ...change });
  };
  const discard = (): Promise<void> => keep(null);

  const save = async (): Promise<ClipId | null> => {
    const taken = draft.value;
    const clip = taken === null ? null : makeNote(taken, today());
    if (clip === null) return null;
    const session = connection.session.value;
    await saveClips([clip], session === null ? null : accountOf(session));
    saved = taken;
    lastClipId.value = clip.clipId;
    await keep(null);
    return clip.clipId;
  };
  const reopen = async (clipId: ClipId): Promise<void> => {
    // The server keeps what was archived under the old id: it travels under a new one.
    if (saved?.clipId !== clipId) return;
    lastClipId.value = null;
    await keep({ ...saved, clipId: newClipId() });
  };
  return {
    draft,
    isNothingSelected,
    canBeSaved,
    lastClipId,
    resume,
    begin,
    beginHere,
    turnPage,
    write,
    discard,
    save,
    reopen,
  };
}
