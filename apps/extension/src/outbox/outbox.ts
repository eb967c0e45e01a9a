import { openKeptData } from '../kept/kept-data.ts';
import { noteLabel } from '../notes/note.ts';
import { backOffMs } from './back-off.ts';
import { clipLabel } from './clip.ts';
import type { ClipId } from './clip-id.ts';
import type { Acceptance, Delivery, NeedsYouItem, OutboxItem, Parcel, QueuedItem, SentItem } from './outbox-item.ts';
import { announceOutboxChange } from './outbox-news.ts';

export type Enqueuing = { account: string | null; nowMs: number };

/**
 * Puts clips into the queue, all or none, and answers with their items. A clip that is already there, in whatever state, is left
 * as it is: a second click, or a second tab, changes nothing.
 */
export async function enqueue(clips: readonly Parcel[], { account, nowMs }: Enqueuing): Promise<OutboxItem[]> {
  const db = await openKeptData();
  const change = db.transaction('outbox', 'readwrite');
  const items: OutboxItem[] = [];
  for (const clip of clips) {
    const kept = await change.store.get(clip.clipId);
    const item: OutboxItem = kept ?? {
      state: 'queued',
      clipId: clip.clipId,
      clip,
      label: labelOf(clip),
      account,
      queuedAtMs: nowMs,
      attemptCount: 0,
      nextTryAtMs: nowMs,
      notBeforeMs: 0,
      lease: null,
    };
    if (kept === undefined) await change.store.add(item);
    items.push(item);
  }
  await change.done;
  announceOutboxChange();
  return items;
}

const labelOf = (clip: Parcel): string => ('note' in clip ? noteLabel(clip) : clipLabel(clip));

export type Claim = {
  holder: string;
  nowMs: number;
  /** How long nobody else may send it; longer than an attempt can last. */
  leaseMs: number;
  /** Who is signed in; items saved under another account are set aside, not sent. */
  account: string;
  /** Items already tried in this round. */
  except: ReadonlySet<ClipId>;
  /** `due`: only what has waited out its back-off; `all`: somebody is looking, or the line came back. */
  reach: 'due' | 'all';
};

/** Takes the oldest item that may be sent now under a lease, or null. One transaction: two contexts never hold one item. */
export async function claimNext(claim: Claim): Promise<QueuedItem | null> {
  const { holder, nowMs, leaseMs, account, except, reach } = claim;
  const db = await openKeptData();
  const change = db.transaction('outbox', 'readwrite');
  const queued = (await change.store.index('state').getAll('queued')) as QueuedItem[];
  let claimed: QueuedItem | null = null;
  for (const item of queued.sort((one, other) => one.queuedAtMs - other.queuedAtMs)) {
    if (item.lease !== null && item.lease.untilMs > nowMs) continue;
    if (item.account !== null && item.account !== account) {
      await change.store.put(needsYou(item, { code: 'other-account' }));
      continue;
    }
    const readyAtMs = reach === 'due' ? item.nextTryAtMs : item.notBeforeMs;
    if (except.has(item.clipId) || readyAtMs > nowMs) continue;
    claimed = { ...item, lease: { holder, untilMs: nowMs + leaseMs } };
    await change.store.put(claimed);
    break;
  }
  await change.done;
  return claimed;
}

export type Settlement = { holder: string; delivery: Delivery; nowMs: number; dice: number };

/**
 * Writes down how an attempt ended. What the server accepted is sent, whoever asks; any other ending counts only while the
 * holder's lease stands, so that a late straggler does not undo what a later attempt found.
 */
export async function settle(clipId: ClipId, settlement: Settlement): Promise<void> {
  const { holder, delivery, nowMs, dice } = settlement;
  const db = await openKeptData();
  const change = db.transaction(['outbox', 'drafts'], 'readwrite');
  const outbox = change.objectStore('outbox');
  const item = await outbox.get(clipId);
  if (delivery.result === 'accepted' && item !== undefined && item.state !== 'sent') {
    await outbox.put(receiptOf(item, delivery, nowMs));
    const drafts = change.objectStore('drafts');
    for (const id of await drafts.index('clipId').getAllKeys(clipId)) await drafts.delete(id);
  } else if (item?.state === 'queued' && item.lease?.holder === holder) {
    if (delivery.result === 'refused') await outbox.put(needsYou(item, delivery.reason));
    if (delivery.result === 'unreachable') {
      const attemptCount = item.attemptCount + 1;
      const nextTryAtMs = nowMs + backOffMs({ attemptCount, waitMs: delivery.waitMs, dice });
      const notBeforeMs = delivery.waitMs === 0 ? 0 : nowMs + delivery.waitMs;
      await outbox.put({ ...item, attemptCount, nextTryAtMs, notBeforeMs, lease: null });
    }
  }
  await change.done;
  announceOutboxChange();
}

function needsYou(item: QueuedItem, reason: NeedsYouItem['reason']): NeedsYouItem {
  const { clipId, clip, label, account, queuedAtMs, attemptCount } = item;
  return { state: 'needs-you', clipId, clip, label, account, queuedAtMs, attemptCount, reason };
}

function receiptOf(
  item: QueuedItem | NeedsYouItem,
  { outcome, record, mail, undo }: Acceptance,
  nowMs: number,
): SentItem {
  const { clipId, label } = item;
  return { state: 'sent', clipId, label, sentAtMs: nowMs, outcome, record, mail, undo };
}
