import type { Actor } from '../../auth/actor.ts';
import { operatorOf } from '../../auth/session.ts';
import { toJson } from '../../db/columns.ts';
import type { WebhookDeliveryTable, WebhookTable } from '../../db/tables/platform.ts';
import type { Deps } from '../../deps.ts';
import { Failure } from '../../http/failure.ts';
import { deliver } from './deliver.ts';
import { deliveries } from './delivery-store.ts';

/** Attempts a delivery now, and answers it as it stands then. */
async function attemptNow(deps: Deps, actor: Actor, id: string): Promise<WebhookDeliveryTable> {
  // Whoever asks sees the webhook; the delivery itself is the house's.
  await deliver(deps, operatorOf(actor.organisation), id);
  const row = await deliveries.find(deps.db, actor.orgId, id);
  if (!row) throw new Failure('not-found');
  return row;
}

const refuseOff = ({ is_enabled, archived_at }: WebhookTable): void => {
  if (is_enabled === 0 || archived_at !== null) throw new Failure('webhook-off');
};

/**
 * Sends a test to a webhook and waits for what becomes of it.
 * @throws Failure `webhook-off`
 */
export async function sendTest(deps: Deps, actor: Actor, webhook: WebhookTable): Promise<WebhookDeliveryTable> {
  refuseOff(webhook);
  const [queued] = await deps.transact(actor, (work) => {
    const data = { subject: 'webhook', id: webhook.id, version: webhook.version, action: 'test' };
    const payload = toJson({ type: 'webhook.test', timestamp: work.at, data });
    const nothing = { subject: null, record_id: null };
    return deliveries.queue(work, [{ webhook_id: webhook.id, event: 'webhook.test', ...nothing, payload }]);
  });
  if (!queued) throw new Failure('not-found');
  return attemptNow(deps, actor, queued.id);
}

/**
 * Sends a delivery again, the same body with the same id.
 * @throws Failure `webhook-off`, `not-found`
 */
export async function resendDelivery(
  deps: Deps,
  actor: Actor,
  webhook: WebhookTable,
  deliveryId: string,
): Promise<WebhookDeliveryTable> {
  refuseOff(webhook);
  const row = await deliveries.find(deps.db, actor.orgId, deliveryId);
  if (row?.webhook_id !== webhook.id) throw new Failure('not-found');
  await deps.transact(actor, (work) =>
    deliveries.set(work, deliveryId, { state: 'queued', next_at: work.at, delivered_at: null, attempts: 0 }),
  );
  return attemptNow(deps, actor, deliveryId);
}
