import type { DeliveryQuery } from '@milepost/contract/webhooks';
import type { Actor } from '../../auth/actor.ts';
import { fromJson } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { recordStore } from '../../db/record-store.ts';
import type { WebhookSecretTable, WebhookTable } from '../../db/tables/platform.ts';
import type { Work } from '../../db/work.ts';

export const webhooks = {
  ...recordStore({
    table: 'webhook',
    sort: { name: 'name_key', createdAt: 'created_at' },
    filter: { name: 'name_key', isEnabled: 'is_enabled' },
    search: ['name_key'],
  }),

  /** Those that are to be told of what happens now, with their events. */
  listening: async (db: Db, orgId: string) =>
    (
      await db
        .selectFrom('webhook')
        .select(['id', 'person_id', 'events'])
        .where('org_id', '=', orgId)
        .where('is_enabled', '=', 1)
        .where('archived_at', 'is', null)
        .execute()
    ).map((row) => ({ ...row, events: new Set(fromJson<string[]>(row.events)) })),

  /** As who made it they tell what that person sees: nobody but them and administrators sees or changes a webhook. */
  sightFor: (actor: Actor): Actor =>
    actor.reach === 'all' ? actor : { ...actor, role: 'rep', reach: [actor.personId ?? ''] },

  /** The person as whom a webhook sees, undefined when they have left. */
  maker: (db: Db, { org_id, person_id }: Pick<WebhookTable, 'org_id' | 'person_id'>) =>
    db
      .selectFrom('person')
      .selectAll()
      .where('org_id', '=', org_id)
      .where('id', '=', person_id)
      .where('is_active', '=', 1)
      .executeTakeFirst(),
};

/** What signs deliveries. It stands in no change and no view. */
export const secrets = {
  of: async (db: Db, orgId: string, ids: readonly string[]): Promise<Map<string, WebhookSecretTable>> => {
    if (ids.length === 0) return new Map();
    const rows = await db
      .selectFrom('webhook_secret')
      .selectAll()
      .where('org_id', '=', orgId)
      .where('webhook_id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.webhook_id, row]));
  },

  async create(work: Work, webhookId: string, secret: string): Promise<void> {
    const nothing = { former: null, former_until: null, failing_since: null };
    await work.db
      .insertInto('webhook_secret')
      .values({ org_id: work.actor.orgId, webhook_id: webhookId, secret, ...nothing })
      .execute();
  },

  async set(work: Work, webhookId: string, columns: Partial<WebhookSecretTable>): Promise<void> {
    await work.db
      .updateTable('webhook_secret')
      .set(columns)
      .where('org_id', '=', work.actor.orgId)
      .where('webhook_id', '=', webhookId)
      .execute();
  },
};

/** The deliveries of one webhook, newest first. */
export async function deliveriesOf(db: Db, orgId: string, webhookId: string, { state, after, limit }: DeliveryQuery) {
  let rows = db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('org_id', '=', orgId)
    .where('webhook_id', '=', webhookId);
  if (state !== undefined) rows = rows.where('state', '=', state);
  if (after !== undefined) rows = rows.where('id', '<', after);
  const found = await rows
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}
