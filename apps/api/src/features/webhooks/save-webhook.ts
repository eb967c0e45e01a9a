import type { NewWebhook, WebhookPatch } from '@milepost/contract/webhooks';
import { foldName } from '@milepost/core/identity/fold-name';
import type { Actor } from '../../auth/actor.ts';
import { flag, toJson } from '../../db/columns.ts';
import type { WebhookTable } from '../../db/tables/platform.ts';
import type { Deps } from '../../deps.ts';
import { Failure, fieldIssue } from '../../http/failure.ts';
import { newSecret } from './sign.ts';
import { secrets, webhooks } from './store.ts';

/** How long the secret before a rotation signs too, so that a receiver can change over in peace. */
const overlapHours = 24;

async function refuseClosed({ courier }: Deps, url: string | undefined): Promise<void> {
  if (url !== undefined && (await courier.isClosed(url)))
    throw new Failure('address-not-public', fieldIssue('/url', 'not-public', url));
}

const columnsOf = ({ name, url, events, isEnabled }: WebhookPatch): Partial<WebhookTable> => ({
  ...(name === undefined ? {} : { name, name_key: foldName(name) }),
  ...(url === undefined ? {} : { url }),
  ...(events === undefined ? {} : { events: toJson([...new Set(events)].sort()) }),
  ...(isEnabled === undefined
    ? {}
    : { is_enabled: flag(isEnabled), disabled_because: isEnabled ? null : ('person' as const) }),
});

/**
 * Makes a webhook once, switched on; its secret is answered this once.
 * @throws Failure `address-not-public`
 */
export async function createWebhook(
  deps: Deps,
  actor: Actor,
  { id, ...input }: NewWebhook,
): Promise<{ row: WebhookTable; isNew: boolean; secret: string | null }> {
  const { personId } = actor;
  if (personId === null) throw new Failure('not-allowed');
  await refuseClosed(deps, input.url);
  return deps.transact(webhooks.sightFor(actor), async (work) => {
    const values = { ...columnsOf({ ...input, isEnabled: true }), id, person_id: personId };
    const { row, isNew } = await webhooks.create(work, values as Parameters<typeof webhooks.create>[1]);
    const secret = isNew ? newSecret() : null;
    if (secret !== null) await secrets.create(work, id, secret);
    return { row, isNew, secret };
  });
}

/** Changes a webhook. Switched on again, it is not taken for failing any more. */
export async function changeWebhook(
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
  patch: WebhookPatch,
): Promise<WebhookTable> {
  await refuseClosed(deps, patch.url);
  return deps.transact(webhooks.sightFor(actor), async (work) => {
    const row = await webhooks.update(work, id, seen, columnsOf(patch));
    if (patch.isEnabled === true) await secrets.set(work, id, { failing_since: null });
    return row;
  });
}

/** Gives a webhook a new secret. For a day the former one signs beside it. */
export const rotateSecret = (
  deps: Deps,
  actor: Actor,
  id: string,
  seen: number,
): Promise<{ row: WebhookTable; secret: string }> =>
  deps.transact(webhooks.sightFor(actor), async (work) => {
    const row = await webhooks.update(work, id, seen, {}, { action: 'rotated', beside: {} });
    const former = (await secrets.of(work.db, actor.orgId, [id])).get(id)?.secret ?? null;
    const former_until = new Date(Date.parse(work.at) + overlapHours * 3_600_000).toISOString();
    const secret = newSecret();
    await secrets.set(work, id, { secret, former, former_until });
    return { row, secret };
  });
