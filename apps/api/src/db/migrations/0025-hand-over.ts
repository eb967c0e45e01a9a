import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Work handed over for an absence and back, people who leave, and regroupings of territories. */
export const handOver: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('hand_over'), 'hand_over')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('cover_id', 'text', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('to_day', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('out_on', 'text', (c) => c.notNull())
      .addColumn('back_on', 'text')
      .addColumn('accounts', 'text', (c) => c.notNull())
      .addColumn('done', 'text')
      .addColumn('note', 'text')
      .execute();
    await schema.createIndex('hand_over_person').on('hand_over').columns(['org_id', 'person_id', 'status']).execute();
    await schema.createIndex('hand_over_cover').on('hand_over').columns(['org_id', 'cover_id', 'status']).execute();
    await schema.createIndex('hand_over_status').on('hand_over').columns(['org_id', 'status', 'id']).execute();
    await recordColumns(schema.createTable('leaver'), 'leaver')
      .addColumn('last_day', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text')
      .addColumn('left_at', 'text')
      .execute();
    await recordColumns(schema.createTable('regrouping'), 'regrouping')
      .addColumn('owner_id', 'text')
      .addColumn('asked', 'text', (c) => c.notNull())
      .addColumn('moves', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('undone_at', 'text')
      .execute();
    await schema
      .createTable('territory_lock')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text')
      .addPrimaryKeyConstraint('territory_lock_pk', ['org_id', 'account_id'])
      .execute();
    // What somebody stands in for is asked whenever they book a leave.
    await schema
      .createIndex('opportunity_backup')
      .on('opportunity')
      .columns(['org_id', 'backup_id', 'owner_id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropIndex('opportunity_backup').execute();
    for (const table of ['territory_lock', 'regrouping', 'leaver', 'hand_over'])
      await db.schema.dropTable(table).execute();
  },
};
