import type { DeliveryView, WebhookWithSecret } from '@milepost/contract/webhooks';
import type { Actor } from '../../auth/actor.ts';
import { fromJson, isSet } from '../../db/columns.ts';
import { nameOf, namesOf } from '../../db/names-store.ts';
import type { Db } from '../../db/open.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { WebhookDeliveryTable, WebhookTable } from '../../db/tables/platform.ts';
import { secrets } from './store.ts';

export async function webhookViews(
  db: Db,
  actor: Actor,
  rows: readonly WebhookTable[],
  now: string,
): Promise<WebhookWithSecret[]> {
  const kept = await secrets.of(
    db,
    actor.orgId,
    rows.map(({ id }) => id),
  );
  const names = await namesOf(db, actor, { person: rows.map((row) => row.person_id) });
  return rows.map((row) => {
    const { failing_since: failingSince = null, former_until: until = null } = kept.get(row.id) ?? {};
    return {
      ...recordFields(row),
      name: row.name,
      url: row.url,
      events: fromJson<string[]>(row.events),
      isEnabled: isSet(row.is_enabled),
      disabledBecause: row.disabled_because,
      person: nameOf(names.person, row.person_id) ?? { id: row.person_id, name: '' },
      failingSince,
      formerSecretUntil: until !== null && until > now ? until : null,
      secret: null,
    };
  });
}

export const deliveryView = (row: WebhookDeliveryTable): DeliveryView => ({
  id: row.id,
  event: row.event,
  subject: row.subject,
  recordId: row.record_id,
  state: row.state,
  attempts: row.attempts,
  createdAt: row.created_at,
  nextAt: row.next_at,
  deliveredAt: row.delivered_at,
  responseCode: row.response_code,
  lastError: row.last_error,
  payload: row.payload,
});
