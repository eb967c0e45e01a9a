import type { Actor } from '../../auth/actor.ts';
import type { WebhookDeliveryTable, WebhookTable } from '../../db/tables/platform.ts';
import type { Work } from '../../db/work.ts';
import type { Deps } from '../../deps.ts';
import { queueMail } from '../mail/store.ts';
import { deliveries } from './delivery-store.ts';
import { failingLetter } from './failing-letter.ts';
import { signedHeaders } from './sign.ts';
import { secrets, webhooks } from './store.ts';

/** Longer than an attempt takes: who holds a delivery for longer has died, and somebody else makes it. */
const leaseMinutes = 5;
/** Minutes to wait after the first, second, … attempt that failed: about three days in all. */
const waits = [1, 5, 30, 120, 300, 600, 840, 1200, 1440] as const;
/** When nothing arrived for so long the webhook is switched off. */
const failingDays = 5;
const longestError = 300;
const gone = 410;

const later = (iso: string, minutes: number): string => new Date(Date.parse(iso) + minutes * 60_000).toISOString();

export type DeliveryOutcome = 'delivered' | 'delayed' | 'failed';

/**
 * Makes one attempt at a delivery. It is taken before it is sent, so nobody else sends it meanwhile; where a node dies between the
 * answer and our note of it, it is sent once more with the same `webhook-id`: at least once, and known as one.
 * @returns undefined when somebody else is at it, or was
 */
export async function deliver(deps: Deps, actor: Actor, id: string): Promise<DeliveryOutcome | undefined> {
  const now = deps.clock.now();
  const taken = await deps.transact(actor, (work) => deliveries.take(work, id, later(now, leaseMinutes)));
  const delivery = taken ? await deliveries.find(deps.db, actor.orgId, id) : undefined;
  if (!delivery) return undefined;
  const webhook = await webhooks.get(deps.db, actor, delivery.webhook_id);
  const answer = await attempt(deps, webhook, delivery);
  return deps.transact(actor, (work) => settle(deps, work, webhook, delivery, answer));
}

type Answer = { code: number | null; error: string | null };

async function attempt(deps: Deps, webhook: WebhookTable, { id, payload }: WebhookDeliveryTable): Promise<Answer> {
  const now = deps.clock.now();
  const kept = (await secrets.of(deps.db, webhook.org_id, [webhook.id])).get(webhook.id);
  if (!kept) throw new Error(`The webhook ${webhook.id} has no secret.`);
  const isFormerGood = kept.former !== null && kept.former_until !== null && kept.former_until > now;
  const signing = [kept.secret, ...(isFormerGood && kept.former !== null ? [kept.former] : [])];
  const signed = signedHeaders(signing, { id, second: Math.floor(Date.parse(now) / 1000), body: payload });
  try {
    const headers = { 'content-type': 'application/json', 'user-agent': 'Milepost-Webhooks/1', ...signed };
    const code = await deps.courier.post({ url: webhook.url, headers, body: payload });
    return { code, error: code >= 200 && code < 300 ? null : `HTTP ${code}` };
  } catch (error) {
    return { code: null, error: (error instanceof Error ? error.message : String(error)).slice(0, longestError) };
  }
}

async function settle(
  deps: Deps,
  work: Work,
  webhook: WebhookTable,
  delivery: WebhookDeliveryTable,
  { code, error }: Answer,
): Promise<DeliveryOutcome> {
  const attempts = delivery.attempts + 1;
  const noted = { attempts, held_until: null, response_code: code, last_error: error };
  if (error === null) {
    await deliveries.set(work, delivery.id, { ...noted, state: 'delivered', delivered_at: work.at, next_at: null });
    await secrets.set(work, webhook.id, { failing_since: null });
    return 'delivered';
  }
  const wait = code === gone ? undefined : waits[attempts - 1];
  const state = wait === undefined ? 'failed' : 'queued';
  await deliveries.set(work, delivery.id, {
    ...noted,
    state,
    next_at: wait === undefined ? null : later(work.at, wait),
  });
  const since = (await secrets.of(work.db, webhook.org_id, [webhook.id])).get(webhook.id)?.failing_since ?? work.at;
  await secrets.set(work, webhook.id, { failing_since: since });
  const isHopeless = Date.parse(work.at) - Date.parse(since) >= failingDays * 86_400_000;
  if (code === gone || isHopeless) await switchOff(deps, work, webhook, code === gone ? 'gone' : 'failing');
  return state === 'failed' ? 'failed' : 'delayed';
}

/** Switches a webhook off that reaches nobody, and tells its maker. */
async function switchOff(deps: Deps, work: Work, { id }: WebhookTable, because: 'gone' | 'failing'): Promise<void> {
  const webhook = await webhooks.get(work.db, work.actor, id);
  if (webhook.is_enabled === 0) return;
  await webhooks.update(
    work,
    id,
    webhook.version,
    { is_enabled: 0, disabled_because: because },
    { action: 'switched-off' },
  );
  const maker = await webhooks.maker(work.db, webhook);
  if (!maker?.email) return;
  const told = {
    name: maker.name,
    webhook: webhook.name,
    link: `${deps.baseUrl}/settings/webhooks`,
    isGone: because === 'gone',
  };
  const letter = failingLetter(work.actor.organisation.locale, told);
  await queueMail(work, { ...letter, to: maker.email, about: { subject: 'webhook', id }, expiresAt: null });
}
