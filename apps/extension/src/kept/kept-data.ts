import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { DraftRecord } from '../drafts/draft.ts';
import type { OutboxItem } from '../outbox/outbox-item.ts';

/** What this machine keeps: the queue, and what was typed but not saved. */
type KeptSchema = DBSchema & {
  outbox: { key: string; value: OutboxItem; indexes: { state: string } };
  drafts: { key: string; value: DraftRecord; indexes: { url: string; clipId: string } };
};

export type KeptData = IDBPDatabase<KeptSchema>;

let opened: Promise<KeptData> | undefined;

/** The one database of the extension, opened once in each context (panel, worker, options). */
export function openKeptData(): Promise<KeptData> {
  opened ??= openDB<KeptSchema>('milepost', 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'clipId' }).createIndex('state', 'state');
      const drafts = db.createObjectStore('drafts', { keyPath: 'id' });
      drafts.createIndex('url', 'url');
      drafts.createIndex('clipId', 'clipId');
    },
    // The browser closed it under us (disk trouble, site data cleared): the next call opens it again.
    terminated() {
      opened = undefined;
    },
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/** Closes it, so that the next call opens it again. */
export async function closeKeptData(): Promise<void> {
  const db = await opened?.catch(() => undefined);
  db?.close();
  opened = undefined;
}
