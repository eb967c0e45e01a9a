import type { Deps } from '../../deps.ts';
import { changes } from './store.ts';

const everyMs = 1000;
/** A transaction may commit later than its instant says: so far back each look goes. */
const overlapMs = 10_000;

/**
 * On PostgreSQL several nodes share the database: each looks every second for what the others wrote and tells its own
 * windows. What this node announced itself is not told twice.
 */
export function followChanges({ db, live, log, clock }: Pick<Deps, 'db' | 'live' | 'log' | 'clock'>): () => void {
  let told = new Set<string>();
  const ownIds = new Set<string>();
  const stopHearing = live.hear((rows) => {
    for (const row of rows) ownIds.add(row.id);
  });
  let from = clock.now();
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const rows = await changes.since(db, new Date(Date.parse(from) - overlapMs).toISOString());
      live.announce(rows.filter((row) => !told.has(row.id) && !ownIds.has(row.id)));
      told = new Set(rows.map((row) => row.id));
      for (const id of ownIds) if (!told.has(id) && ownIds.size > 10_000) ownIds.delete(id);
      from = rows.at(-1)?.at ?? from;
    } catch (error) {
      log.warn({ err: error }, 'following changes');
    } finally {
      busy = false;
    }
  };
  const timer = setInterval(look, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    stopHearing();
  };
}
