import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Corrective actions: one open at a time for a measure and a scope. */
export const actions: Migration = {
  async up(db: Kysely<never>) {
    await recordColumns(db.schema.createTable('action'), 'action')
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('scope_kind', 'text', (c) => c.notNull())
      .addColumn('scope_id', 'text', (c) => c.notNull())
      .addColumn('answerable_id', 'text')
      .addColumn('owner_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('fact', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('cause_note', 'text')
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('expected_minor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('opened_on', 'text', (c) => c.notNull())
      .addColumn('opened_variance_minor', 'bigint')
      .addColumn('checked_on', 'text')
      .addColumn('checked_variance_minor', 'bigint')
      .execute();
    await db.schema.createIndex('action_due').on('action').columns(['org_id', 'status', 'due_on']).execute();
    await db.schema.createIndex('action_owner').on('action').columns(['org_id', 'owner_id', 'status']).execute();
    // Two who open one at once: whoever is first.
    await db.schema
      .createIndex('action_open')
      .unique()
      .on('action')
      .columns(['org_id', 'measure', 'scope_kind', 'scope_id'])
      .where(sql<boolean>`status = 'open' and archived_at is null`)
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropTable('action').execute();
  },
};
