import type { EventPatch, NewEvent } from '@milepost/contract/events';
import type { Actor } from '../../auth/actor.ts';
import { permitOwner } from '../../auth/permit.ts';
import type { EventTable } from '../../db/tables/measures.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { eventColumns, events } from './store.ts';

const nothingYet = { place: null, target_bp: null, window_days: null, talk_track: null, steps: '[]', cost_minor: null };

function refuseBackwards({ starts_on, ends_on }: Pick<EventTable, 'starts_on' | 'ends_on'>): void {
  if (ends_on < starts_on)
    throw new Failure('invalid-input', fieldIssue('/endsOn', 'before-start', 'an event does not end before it starts'));
}

/** Creates an event inside a transaction that is under way. */
export async function createEventIn(work: Work, { id, ...input }: NewEvent) {
  const { ownerId } = await permitOwner(work.db, work.actor, input.ownerId);
  const values = { ...nothingYet, ...eventColumns({ ...input, ownerId }), id } as Parameters<typeof events.create>[1];
  refuseBackwards(values);
  return events.create(work, values);
}

/** Creates an event once; a second call with the same id answers the first one's record. */
export const createEvent = (deps: Deps, actor: Actor, input: NewEvent) =>
  deps.transact(actor, (work) => createEventIn(work, input));

export const changeEvent = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: EventPatch,
): Promise<EventTable> =>
  deps.transact(actor, async (work) => {
    if (patch.ownerId !== undefined) await permitOwner(work.db, actor, patch.ownerId);
    const columns = eventColumns(patch);
    refuseBackwards({ ...(await events.get(work.db, actor, id)), ...columns });
    return events.update(work, id, seen, columns);
  });
