import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { closeKeptData } from '../kept/kept-data.ts';
import type { Clip } from './clip.ts';
import type { ClipId } from './clip-id.ts';
import type { Round } from './deliver-outbox.ts';
import { enqueue } from './outbox.ts';
import { outboxItemsOf } from './outbox-choices.ts';
import type { Delivery, Parcel } from './outbox-item.ts';

export const ME = 'https://crm.example#ada';

/** A server that keeps one record for each clip id, and can be made to fail. */
class FailingServer {
  readonly records = new Map<ClipId, Clip>();
  readonly received: ClipId[] = [];
  answers: (Delivery | 'die-after-recording')[] = [];

  send = async (parcel: Parcel): Promise<Delivery> => {
    if ('note' in parcel) throw new Error('This server takes leads only.');
    const clip = parcel;
    this.received.push(clip.clipId);
    const next = this.answers.shift();
    if (next !== undefined && next !== 'die-after-recording') return next;
    const isNew = !this.records.has(clip.clipId);
    this.records.set(clip.clipId, clip);
    if (next === 'die-after-recording') throw new Error('the worker was killed');
    return { result: 'accepted', outcome: isNew ? 'created' : 'merged', record: null, mail: null, undo: null };
  };
}

/** An empty queue, a server and a clock of one's own, for tests. */
class OutboxBench {
  clockMs = 1_000_000;
  readonly server = new FailingServer();

  round = (changes: Partial<Round> = {}): Round => ({
    account: ME,
    holder: 'worker',
    reach: 'due',
    send: this.server.send,
    nowMs: () => this.clockMs,
    dice: () => 0,
    ...changes,
  });
  save = (...clips: Clip[]) => enqueue(clips, { account: ME, nowMs: this.clockMs });
  stateOf = async (clip: Clip) => (await outboxItemsOf([clip.clipId]))[0]?.state;
}

export type { OutboxBench };

/** Begins anew with an empty database. */
export async function freshBench(): Promise<OutboxBench> {
  await closeKeptData();
  globalThis.indexedDB = new IDBFactory();
  return new OutboxBench();
}
