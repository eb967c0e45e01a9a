import type { Actor } from '../../auth/actor.ts';
import { reaches } from '../../auth/actor.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';

/** What a window is told: reload this. The content travels only by the reads, which check sight again. */
export type LiveMessage = { id: string; subject: string; recordId: string | null; version: number | null };

type Listener = { actor: Actor; send: (message: LiveMessage) => void };

/** Changes on their way to open windows. */
export type Live = {
  publish(changes: readonly ChangeTable[]): void;
  listen(listener: Listener): () => void;
};

/** Subjects that everybody of the organisation sees. */
const common = new Set(['organisation', 'person', 'team', 'stage', 'product', 'target', 'import']);

/** Above so many changes of one transaction a window is told "many" instead of each. */
const manyAt = 50;

const isFor = (actor: Actor, change: ChangeTable): boolean =>
  change.org_id === actor.orgId &&
  (common.has(change.subject) ||
    actor.reach === 'all' ||
    (change.owner_id === null && actor.role === 'manager') ||
    (change.owner_id !== null && reaches(actor, change.owner_id)) ||
    (change.backup_id !== null && reaches(actor, change.backup_id)) ||
    change.actor_id === actor.personId);

/** Inside one process. Several nodes hear of each other's changes by `followChanges`, which publishes here. */
export function liveHub(): Live {
  const listeners = new Set<Listener>();
  return {
    publish(changes) {
      for (const { actor, send } of listeners) {
        const seen = changes.filter((change) => isFor(actor, change));
        if (seen.length <= manyAt) {
          for (const { id, subject, record_id, version } of seen) send({ id, subject, recordId: record_id, version });
        } else {
          const last = new Map(seen.map((change) => [change.subject, change.id]));
          for (const [subject, id] of last) send({ id, subject, recordId: null, version: null });
        }
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
