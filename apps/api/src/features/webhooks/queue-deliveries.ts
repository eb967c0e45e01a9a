import { actorOfPerson } from '../../auth/session.ts';
import { toJson } from '../../db/columns.ts';
import type { BeforeCommit } from '../../db/transact.ts';
import { stageOrder } from '../pipeline/stage-store.ts';
import { deliveries, type NewDelivery } from './delivery-store.ts';
import { eventsOf, payloadOf, seesChange } from './events-of.ts';
import { webhooks } from './store.ts';

/**
 * Writes the deliveries that follow from the changes of a transaction, in that transaction: they leave if, and only if, what
 * they tell of happened. A webhook is told what its maker sees, as they stand now; one whose maker has left is told nothing.
 */
export const queueDeliveries: BeforeCommit = async (work, changes) => {
  const { orgId } = work.actor;
  const listening = await webhooks.listening(work.db, orgId);
  if (listening.length === 0) return;
  const isMove = changes.some(({ subject, after }) => subject === 'opportunity' && after?.includes('"stage_id"'));
  const stages = isMove ? await stageOrder.named(work.db, orgId) : new Map<string, never>();
  const categoryOf = (id: unknown) => (typeof id === 'string' ? stages.get(id)?.category : undefined);
  const told = changes.flatMap((change) => eventsOf(change, categoryOf).map((event) => ({ event, change })));
  const queued: NewDelivery[] = [];
  for (const { id, person_id, events } of listening) {
    const wanted = told.filter(({ event }) => events.has(event));
    const maker = wanted.length === 0 ? undefined : await webhooks.maker(work.db, { org_id: orgId, person_id });
    if (!maker) continue;
    const actor = await actorOfPerson(work.db, maker);
    for (const { event, change } of wanted)
      if (seesChange(actor, change))
        queued.push({
          webhook_id: id,
          event,
          subject: change.subject,
          record_id: change.record_id,
          payload: toJson(payloadOf(event, change)),
        });
  }
  if (queued.length > 0) await deliveries.queue(work, queued);
};
