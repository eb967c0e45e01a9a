import { openKeptData } from '../kept/kept-data.ts';
import type { ClipId } from './clip-id.ts';
import type { NeedsYouItem, OutboxItem, QueuedItem } from './outbox-item.ts';
import { announceOutboxChange } from './outbox-news.ts';

/** Everything in the queue, what needs a person first, then the oldest. */
export async function readOutbox(): Promise<OutboxItem[]> {
  const rank = { 'needs-you': 0, queued: 1, sent: 2 } as const;
  const items = await (await openKeptData()).getAll('outbox');
  const at = (item: OutboxItem): number => (item.state === 'sent' ? -item.sentAtMs : item.queuedAtMs);
  return items.sort((one, other) => rank[one.state] - rank[other.state] || at(one) - at(other));
}

/** The items of these clips, where there are any. */
export async function outboxItemsOf(clipIds: readonly ClipId[]): Promise<OutboxItem[]> {
  const db = await openKeptData();
  const read = db.transaction('outbox');
  const items = await Promise.all(clipIds.map((clipId) => read.store.get(clipId)));
  await read.done;
  return items.filter((item) => item !== undefined);
}

function waitingAgain(item: NeedsYouItem, { account, nowMs }: { account: string; nowMs: number }): QueuedItem {
  const { clipId, clip, label, queuedAtMs, attemptCount } = item;
  return {
    state: 'queued',
    clipId,
    clip,
    label,
    account,
    queuedAtMs,
    attemptCount,
    nextTryAtMs: nowMs,
    notBeforeMs: 0,
    lease: null,
  };
}

/** The person says: send it all the same, as me. */
export async function sendAgain(clipId: ClipId, as: { account: string; nowMs: number }): Promise<void> {
  const db = await openKeptData();
  const change = db.transaction('outbox', 'readwrite');
  const item = await change.store.get(clipId);
  if (item?.state === 'needs-you') await change.store.put(waitingAgain(item, as));
  await change.done;
  announceOutboxChange();
}

/** After signing in: what only waited for that goes on by itself; other accounts' items stay where they are. */
export async function resumeAfterSignIn(as: { account: string; nowMs: number }): Promise<void> {
  const db = await openKeptData();
  const change = db.transaction('outbox', 'readwrite');
  const waiting = (await change.store.index('state').getAll('needs-you')) as NeedsYouItem[];
  for (const item of waiting) {
    const isMine = item.account === null || item.account === as.account;
    const isAnswered = item.reason.code === 'sign-in' || item.reason.code === 'other-account';
    if (isMine && isAnswered) await change.store.put(waitingAgain(item, as));
  }
  await change.done;
  announceOutboxChange();
}

/**
 * Takes an item out of the queue, to be edited or thrown away. Answers false when it is too late: it was sent, or is on its way
 * at this moment.
 */
export async function takeBack(clipId: ClipId, nowMs: number): Promise<boolean> {
  const db = await openKeptData();
  const change = db.transaction('outbox', 'readwrite');
  const item = await change.store.get(clipId);
  const isOnItsWay = item?.state === 'queued' && item.lease !== null && item.lease.untilMs > nowMs;
  const isHere = item !== undefined && item.state !== 'sent' && !isOnItsWay;
  if (isHere) await change.store.delete(clipId);
  await change.done;
  announceOutboxChange();
  return isHere;
}

/** What was taken back at the server is not saved any more. */
export async function forgetReceipt(clipId: ClipId): Promise<void> {
  await (await openKeptData()).delete('outbox', clipId);
  announceOutboxChange();
}

const RECEIPT_KEPT_MS = 7 * 86_400_000;

/** Receipts are forgotten after a week. */
export async function forgetOldReceipts(nowMs: number): Promise<void> {
  const db = await openKeptData();
  const change = db.transaction('outbox', 'readwrite');
  for (const item of await change.store.index('state').getAll('sent')) {
    if (item.state === 'sent' && nowMs - item.sentAtMs > RECEIPT_KEPT_MS) await change.store.delete(item.clipId);
  }
  await change.done;
}

/** When the next attempt is due, epoch milliseconds: the earliest of the queued items, null when there are none. */
export async function nextAttemptAtMs(): Promise<number | null> {
  const db = await openKeptData();
  const queued = (await db.getAllFromIndex('outbox', 'state', 'queued')) as QueuedItem[];
  if (queued.length === 0) return null;
  return Math.min(...queued.map((item) => Math.max(item.nextTryAtMs, item.lease?.untilMs ?? 0)));
}
