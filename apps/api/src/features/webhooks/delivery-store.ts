import type { Db } from '../../db/open.ts';
import type { WebhookDeliveryTable } from '../../db/tables/platform.ts';
import type { Work } from '../../db/work.ts';

const rowsAtOnce = 500;

/** An event that is to reach a webhook. */
export type NewDelivery = Pick<WebhookDeliveryTable, 'webhook_id' | 'event' | 'subject' | 'record_id' | 'payload'>;

/** Deliveries are rows first, written in the transaction of what they tell about. */
export const deliveries = {
  async queue(work: Work, wanted: readonly NewDelivery[]): Promise<WebhookDeliveryTable[]> {
    const rows = wanted.map(
      (one): WebhookDeliveryTable => ({
        ...one,
        org_id: work.actor.orgId,
        id: work.newId(),
        state: 'queued',
        attempts: 0,
        created_at: work.at,
        next_at: work.at,
        held_until: null,
        delivered_at: null,
        response_code: null,
        last_error: null,
      }),
    );
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await work.db
        .insertInto('webhook_delivery')
        .values(rows.slice(from, from + rowsAtOnce))
        .execute();
    return rows;
  },

  find: (db: Db, orgId: string, id: string): Promise<WebhookDeliveryTable | undefined> =>
    db.selectFrom('webhook_delivery').selectAll().where('org_id', '=', orgId).where('id', '=', id).executeTakeFirst(),

  /** Those whose time has come, of webhooks that are switched on, the longest waiting first. */
  due: (db: Db, orgId: string, now: string, limit: number): Promise<WebhookDeliveryTable[]> =>
    db
      .selectFrom('webhook_delivery')
      .innerJoin('webhook', (join) =>
        join
          .onRef('webhook.org_id', '=', 'webhook_delivery.org_id')
          .onRef('webhook.id', '=', 'webhook_delivery.webhook_id'),
      )
      .selectAll('webhook_delivery')
      .where('webhook_delivery.org_id', '=', orgId)
      .where('webhook_delivery.state', '=', 'queued')
      .where('webhook_delivery.next_at', '<=', now)
      .where('webhook.is_enabled', '=', 1)
      .where('webhook.archived_at', 'is', null)
      .orderBy('webhook_delivery.next_at')
      .orderBy('webhook_delivery.id')
      .limit(limit)
      .execute(),

  /** Takes one to deliver it. True for the one who gets it; who held it too long has died. */
  async take(work: Work, id: string, until: string): Promise<boolean> {
    const taken = await work.db
      .updateTable('webhook_delivery')
      .set({ held_until: until })
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .where('state', '=', 'queued')
      .where((eb) => eb.or([eb('held_until', 'is', null), eb('held_until', '<', work.at)]))
      .executeTakeFirst();
    return Number(taken.numUpdatedRows) === 1;
  },

  async set(work: Work, id: string, columns: Partial<WebhookDeliveryTable>): Promise<void> {
    await work.db
      .updateTable('webhook_delivery')
      .set(columns)
      .where('org_id', '=', work.actor.orgId)
      .where('id', '=', id)
      .execute();
  },

  /** Takes away those that were made before an instant. @returns how many */
  async forgetBefore(work: Work, instant: string): Promise<number> {
    const gone = await work.db
      .deleteFrom('webhook_delivery')
      .where('org_id', '=', work.actor.orgId)
      .where('created_at', '<', instant)
      .executeTakeFirst();
    return Number(gone.numDeletedRows);
  },
};
