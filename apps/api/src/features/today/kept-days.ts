import type { Actor } from '../../auth/actor.ts';
import type { Db } from '../../db/open.ts';
import { lastChanges } from '../changes/last-changes-store.ts';
import type { DayOf } from './gather-day.ts';
import type { Whose } from './source.ts';

type Kept = { state: string; day: DayOf };

/** So many items at most are kept of all days together: some tens of megabytes. */
const mostItems = 100_000;
const keptOf = new WeakMap<Db, Map<string, Kept>>();

/**
 * The order of a day is a pure function of what the organisation has written down: while nothing has changed it is not made again.
 * Kept in this node for whoever looks (what is at stake depends on their sight), the days looked at last.
 */
export async function keptDay(db: Db, actor: Actor, whose: Whose, gather: () => Promise<DayOf>): Promise<DayOf> {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const key = JSON.stringify([actor.orgId, actor.personId, actor.reach, whose]);
  // Looked at before anything is read: what is written meanwhile makes the day a new one.
  const state = await lastChanges(db, actor.orgId);
  const known = kept.get(key);
  kept.delete(key);
  const day = known?.state === state ? known.day : await gather();
  kept.set(key, { state, day });
  makeRoom(kept);
  return day;
}

function makeRoom(kept: Map<string, Kept>): void {
  let items = 0;
  for (const { day } of kept.values()) items += day.items.size;
  for (const [key, { day }] of kept) {
    if (items <= mostItems) return;
    kept.delete(key);
    items -= day.items.size;
  }
}
