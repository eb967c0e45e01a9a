import { openKeptData } from '../kept/kept-data.ts';
import type { ClippedLead } from '../outbox/clip.ts';
import type { ClipId } from '../outbox/clip-id.ts';
import { type DraftRecord, draftIdOf } from './draft.ts';

export type DraftRequest = {
  url: string;
  pageTitle: string;
  leadKeys: readonly string[];
  nowMs: number;
  newId: () => ClipId;
};

/**
 * The drafts of a page, one for each key and in their order: those that are there, and new ones for the rest. All in one
 * transaction, so that two tabs asking at once are given the same clip ids.
 */
export async function draftsOf({ url, pageTitle, leadKeys, nowMs, newId }: DraftRequest): Promise<DraftRecord[]> {
  const db = await openKeptData();
  const change = db.transaction('drafts', 'readwrite');
  const drafts: DraftRecord[] = [];
  for (const leadKey of leadKeys) {
    const id = draftIdOf(url, leadKey);
    const kept = await change.store.get(id);
    const draft = kept ?? { id, url, leadKey, clipId: newId(), pageTitle, lead: null, touchedAtMs: nowMs };
    if (kept === undefined) await change.store.add(draft);
    drafts.push(draft);
  }
  await change.done;
  return drafts;
}

export type DraftEdit = { id: string; lead: ClippedLead | null; nowMs: number };

/** Keeps what was typed; `null` takes the page's own values again. A draft that is gone stays gone. */
export async function keepDraft({ id, lead, nowMs }: DraftEdit): Promise<void> {
  const db = await openKeptData();
  const change = db.transaction('drafts', 'readwrite');
  const draft = await change.store.get(id);
  if (draft !== undefined) await change.store.put({ ...draft, lead, touchedAtMs: nowMs });
  await change.done;
}

/** Drafts in which something was typed, the latest first. */
export async function typedDrafts(): Promise<DraftRecord[]> {
  const db = await openKeptData();
  const all = await db.getAll('drafts');
  return all.filter((draft) => draft.lead !== null).sort((one, other) => other.touchedAtMs - one.touchedAtMs);
}

/** Throws one draft away. */
export async function discardDraft(id: string): Promise<void> {
  await (await openKeptData()).delete('drafts', id);
}

const DAY_MS = 86_400_000;
const UNTYPED_KEPT_MS = DAY_MS;
const TYPED_KEPT_MS = 30 * DAY_MS;

/** Forgets drafts nobody came back to: after a day where nothing was typed, after thirty days otherwise. */
export async function forgetOldDrafts(nowMs: number): Promise<void> {
  const db = await openKeptData();
  const change = db.transaction(['drafts', 'outbox'], 'readwrite');
  const drafts = change.objectStore('drafts');
  const outbox = change.objectStore('outbox');
  for (let cursor = await drafts.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const { lead, touchedAtMs, clipId } = cursor.value;
    if (nowMs - touchedAtMs < (lead === null ? UNTYPED_KEPT_MS : TYPED_KEPT_MS)) continue;
    // A draft that is waiting in the queue lends its clip id to it until the server has answered.
    if ((await outbox.get(clipId)) === undefined) await cursor.delete();
  }
  await change.done;
}

/** Gives a draft a new clip id, for a lead that was taken out of the queue after an attempt. Null when the draft is gone. */
export async function renewDraft(id: string, clipId: ClipId): Promise<DraftRecord | null> {
  const db = await openKeptData();
  const change = db.transaction('drafts', 'readwrite');
  const draft = await change.store.get(id);
  const renewed = draft === undefined ? null : { ...draft, clipId };
  if (renewed !== null) await change.store.put(renewed);
  await change.done;
  return renewed;
}
