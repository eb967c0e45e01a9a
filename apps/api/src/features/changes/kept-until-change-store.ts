import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { lastChanges } from './last-changes-store.ts';

/**
 * Keeps what is a pure function of what the organisation has written down: while nothing has changed it is not made again. It is kept in
 * this node, apart for everybody (what is told depends on their sight), and what was asked for longest ago goes first.
 * @param room how much is kept, counted by `sizeOf`.
 * @returns `about` is all else that the value depends on, such as the day and what was asked.
 */
export function keptUntilChange<Value>({ room, sizeOf }: { room: number; sizeOf: (value: Value) => number }) {
  const keptOf = new WeakMap<Db, Map<string, { state: string; value: Value }>>();
  return async (db: Db, actor: Actor, about: unknown, make: () => Promise<Value>): Promise<Value> => {
    const kept = keptOf.get(db) ?? new Map<string, { state: string; value: Value }>();
    keptOf.set(db, kept);
    const key = JSON.stringify([actor.orgId, actor.personId, actor.role, actor.reach, about]);
    // Looked at before anything is read: what is written meanwhile makes the value an old one.
    const state = await lastChanges(db, actor.orgId);
    const known = kept.get(key);
    kept.delete(key);
    const value = known?.state === state ? known.value : await make();
    kept.set(key, { state, value });
    let size = 0;
    for (const one of kept.values()) size += sizeOf(one.value);
    for (const [oldest, one] of kept) {
      if (size <= room) break;
      kept.delete(oldest);
      size -= sizeOf(one.value);
    }
    return value;
  };
}
