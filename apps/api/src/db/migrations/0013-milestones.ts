import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Milestones with their checklists; who does what, and what is needed. */
export const milestones: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('milestone'), 'milestone')
      .addColumn('fiscal_year', 'integer', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('from_month', 'integer', (c) => c.notNull())
      .addColumn('to_month', 'integer', (c) => c.notNull())
      .addColumn('share_bp', 'integer')
      .addColumn('focus', 'text')
      .addColumn('criteria', 'text', (c) => c.notNull())
      .addColumn('key_dates', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('milestone_year')
      .on('milestone')
      .columns(['org_id', 'fiscal_year', 'from_month'])
      .execute();
    await recordColumns(schema.createTable('checklist_item'), 'checklist_item')
      .addColumn('milestone_id', 'text', (c) => c.notNull())
      .addColumn('key_date_id', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('owner_id', 'text')
      .addColumn('due_on', 'text')
      .addColumn('done_at', 'text')
      .addColumn('done_by_id', 'text')
      .execute();
    await schema.createIndex('checklist_item_of').on('checklist_item').columns(['org_id', 'milestone_id']).execute();
    await recordColumns(schema.createTable('resource'), 'resource')
      .addColumn('person_id', 'text')
      .addColumn('helper', 'text')
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('minutes_per_week', 'integer', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('to_day', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('skills', 'text')
      .addColumn('note', 'text')
      .addColumn('cost_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('resource_role').on('resource').columns(['org_id', 'role', 'id']).execute();
    await recordColumns(schema.createTable('resource_need'), 'resource_need')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('minutes_per_week', 'integer', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('to_day', 'text', (c) => c.notNull())
      .addColumn('skills', 'text')
      .addColumn('note', 'text')
      .execute();
    await schema.createIndex('resource_need_role').on('resource_need').columns(['org_id', 'role', 'id']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['resource_need', 'resource', 'checklist_item', 'milestone'])
      await db.schema.dropTable(table).execute();
  },
};
