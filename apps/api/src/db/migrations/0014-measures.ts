import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** What the measures mean, and events with the leads and deals that came from them. */
export const measures: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await recordColumns(schema.createTable('measure_definition'), 'measure_definition')
      .addColumn('new_after_months', 'integer')
      .addColumn('new_min_revenue_minor', 'bigint', (c) => c.notNull())
      .addColumn('new_per_month', 'integer')
      .addColumn('repurchase_days', 'integer', (c) => c.notNull())
      .addColumn('repurchase_orders', 'integer', (c) => c.notNull())
      .addColumn('repurchase_existing', 'text', (c) => c.notNull())
      .addColumn('repurchase_immature', 'text', (c) => c.notNull())
      .addColumn('repurchase_target_bp', 'integer')
      .addColumn('visit_kinds', 'text', (c) => c.notNull())
      .addColumn('market_by', 'text', (c) => c.notNull())
      .addColumn('markets_per_week', 'integer', (c) => c.notNull())
      .addColumn('event_window_days', 'integer', (c) => c.notNull())
      .addColumn('event_target_bp', 'integer')
      .execute();

    await recordColumns(schema.createTable('event'), 'event')
      .addColumn('owner_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('starts_on', 'text', (c) => c.notNull())
      .addColumn('ends_on', 'text', (c) => c.notNull())
      .addColumn('place', 'text')
      .addColumn('target_bp', 'integer')
      .addColumn('window_days', 'integer')
      .addColumn('talk_track', 'text')
      .addColumn('steps', 'text', (c) => c.notNull())
      .addColumn('cost_minor', 'bigint')
      .execute();
    await index('event', 'ends', 'ends_on', 'id');
    await index('event', 'name', 'name_key', 'id');

    for (const table of ['lead', 'opportunity']) {
      await schema.alterTable(table).addColumn('event_id', 'text').execute();
      await index(table, 'event', 'event_id');
    }
    await schema.alterTable('lead').addColumn('followed_event_id', 'text').execute();
    // First purchases and windows walk through the history of the customers of a period.
    await index('credit', 'account_day', 'account_id', 'day');
  },
  async down(db: Kysely<never>) {
    const { schema } = db;
    await schema.dropIndex('credit_account_day').execute();
    await schema.alterTable('lead').dropColumn('followed_event_id').execute();
    for (const table of ['lead', 'opportunity']) {
      await schema.dropIndex(`${table}_event`).execute();
      await schema.alterTable(table).dropColumn('event_id').execute();
    }
    for (const table of ['event', 'measure_definition']) await schema.dropTable(table).execute();
  },
};
