import type { LiveMessage } from '@milepost/contract/live';
import type { Actor } from '../../auth/actor.ts';
import { reaches, sees } from '../../auth/actor.ts';
import { sightOf } from '../../db/sight-store.ts';
import type { ChangeTable } from '../../db/tables/changes.ts';
import { uuidv7 } from '../../ids.ts';

/** `actor` may change while it listens: a role, a team or a session does. */
type Listener = { actor: Actor; send: (message: LiveMessage) => void };
type Hearer = (changes: readonly ChangeTable[]) => void;

/** Changes on their way to open windows. */
export type Live = {
  /** Tells the windows of this node what a transaction of this node wrote. */
  publish(changes: readonly ChangeTable[]): void;
  /** Tells them what another node wrote. */
  announce(changes: readonly ChangeTable[]): void;
  listen(listener: Listener): () => void;
  /** Tells the windows of some people on this node what is no change: who looks where. */
  tell(orgId: string, personIds: readonly string[], message: Pick<LiveMessage, 'subject' | 'recordId'>): void;
  /** Hears of everything that is published here. */
  hear(hearer: Hearer): () => void;
};

/** Subjects that everybody of the organisation may know to have changed; what of them is seen, the reads decide. */
const isCommon = (subject: string): boolean =>
  subject === 'import' || (sightOf as Record<string, readonly string[]>)[subject]?.length === 0;

/** Above so many changes of one transaction a window is told "many" instead of each. */
const manyAt = 50;

const isFor = (actor: Actor, change: ChangeTable): boolean =>
  change.org_id === actor.orgId &&
  (actor.isConfined
    ? change.subject === 'issue' && (reaches(actor, change.owner_id ?? '') || reaches(actor, change.backup_id ?? ''))
    : isCommon(change.subject) || sees(actor, change) || change.actor_id === actor.personId);

export function liveHub(): Live {
  const listeners = new Set<Listener>();
  const hearers = new Set<Hearer>();
  const announce: Live['announce'] = (changes) => {
    for (const { actor, send } of listeners) {
      const seen = changes.filter((change) => isFor(actor, change));
      if (seen.length <= manyAt) {
        for (const { id, subject, record_id, version } of seen) send({ id, subject, recordId: record_id, version });
        continue;
      }
      const last = new Map(seen.map((change) => [change.subject, change.id]));
      for (const [subject, id] of last) send({ id, subject, recordId: null, version: null });
    }
  };
  return {
    announce,
    publish(changes) {
      for (const hear of hearers) hear(changes);
      announce(changes);
    },
    tell(orgId, personIds, message) {
      for (const { actor, send } of listeners)
        if (actor.orgId === orgId && actor.personId !== null && personIds.includes(actor.personId))
          send({ id: uuidv7(), version: null, ...message });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hear(hearer) {
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
  };
}
