import { computed, onScopeDispose, type Ref, ref, shallowRef } from 'vue';
import type { ClipId } from '../outbox/clip-id.ts';
import type { Session } from '../sign-in/session.ts';
import { undoSave } from './undo-save.ts';

/** How long what was saved can be taken back from here. */
export const UNDO_MS = 10_000;

export type Undo = {
  /** Is there something that can be taken back now? */
  isOpen: Readonly<Ref<boolean>>;
  /** Some of what was asked for could not be taken back. */
  hasFailed: Readonly<Ref<boolean>>;
  /** These were just saved. */
  offer: (clipIds: readonly ClipId[]) => void;
  /** Takes back what was just saved and answers with what is saved no more. */
  undo: () => Promise<ClipId[]>;
};

/** Ctrl+Z for ten seconds after Save. */
export function useUndo(session: Readonly<Ref<Session | null>>): Undo {
  const offered = shallowRef<readonly ClipId[]>([]);
  const hasFailed = ref(false);
  let closing: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(closing);
    offered.value = [];
  };
  const offer = (clipIds: readonly ClipId[]): void => {
    close();
    hasFailed.value = false;
    offered.value = clipIds;
    closing = setTimeout(close, UNDO_MS);
  };
  const undo = async (): Promise<ClipId[]> => {
    const clipIds = offered.value;
    if (clipIds.length === 0) return [];
    close();
    const undone = await undoSave(clipIds, { session: session.value, nowMs: Date.now() });
    hasFailed.value = undone.length < clipIds.length;
    return undone;
  };
  onScopeDispose(close);
  return { isOpen: computed(() => offered.value.length > 0), hasFailed, offer, undo };
}
