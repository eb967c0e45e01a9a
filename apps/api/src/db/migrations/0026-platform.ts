import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/**
 * Doors for programs: keys, and webhooks with what is delivered to them; erasures of persons; and with every change the set it
 * belongs to and the key by which it was made.
 */
export const platform: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema
      .createTable('api_key')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('scope', 'text', (c) => c.notNull())
      .addColumn('areas', 'text')
      .addColumn('secret_hash', 'text', (c) => c.notNull().unique())
      .addColumn('ending', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text')
      .addColumn('last_used_at', 'text')
      .addColumn('revoked_at', 'text')
      .addPrimaryKeyConstraint('api_key_pk', ['org_id', 'id'])
      .execute();

    await recordColumns(schema.createTable('webhook'), 'webhook')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('events', 'text', (c) => c.notNull())
      .addColumn('is_enabled', 'integer', (c) => c.notNull())
      .addColumn('disabled_because', 'text')
      .execute();
    await schema
      .createTable('webhook_secret')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('webhook_id', 'text', (c) => c.notNull())
      .addColumn('secret', 'text', (c) => c.notNull())
      .addColumn('former', 'text')
      .addColumn('former_until', 'text')
      .addColumn('failing_since', 'text')
      .addPrimaryKeyConstraint('webhook_secret_pk', ['org_id', 'webhook_id'])
      .execute();
    await schema
      .createTable('webhook_delivery')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('webhook_id', 'text', (c) => c.notNull())
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('subject', 'text')
      .addColumn('record_id', 'text')
      .addColumn('payload', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('next_at', 'text')
      .addColumn('held_until', 'text')
      .addColumn('delivered_at', 'text')
      .addColumn('response_code', 'integer')
      .addColumn('last_error', 'text')
      .addPrimaryKeyConstraint('webhook_delivery_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createIndex('webhook_delivery_due')
      .on('webhook_delivery')
      .columns(['org_id', 'state', 'next_at'])
      .execute();
    await schema
      .createIndex('webhook_delivery_of')
      .on('webhook_delivery')
      .columns(['org_id', 'webhook_id', 'id'])
      .execute();

    await schema
      .createTable('erasure')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('touched', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('erasure_pk', ['org_id', 'id'])
      .execute();

    await schema.alterTable('change').addColumn('set_id', 'text').execute();
    await schema.alterTable('change').addColumn('api_key_id', 'text').execute();
    await schema.createIndex('change_set').on('change').columns(['org_id', 'set_id', 'id']).execute();
    await schema.createIndex('change_actor').on('change').columns(['org_id', 'actor_id', 'id']).execute();
  },
  async down(db: Kysely<never>) {
    for (const name of ['change_actor', 'change_set']) await db.schema.dropIndex(name).execute();
    for (const column of ['api_key_id', 'set_id']) await db.schema.alterTable('change').dropColumn(column).execute();
    for (const table of ['erasure', 'webhook_delivery', 'webhook_secret', 'webhook', 'api_key'])
      await db.schema.dropTable(table).execute();
  },
};
