import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** The mix of a fiscal year: its product lines and its rules. */
export const mix: Migration = {
  async up(db: Kysely<never>) {
    await recordColumns(db.schema.createTable('mix_plan'), 'mix_plan')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('fiscal_year', 'integer', (c) => c.notNull())
      .addColumn('starts_on', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('target_minor', 'bigint')
      .addColumn('rules', 'text', (c) => c.notNull())
      .addColumn('lines', 'text', (c) => c.notNull())
      .execute();
    // A year has one mix, whoever is first; those that were taken away do not count.
    await db.schema
      .createIndex('mix_plan_year')
      .unique()
      .on('mix_plan')
      .columns(['org_id', 'fiscal_year'])
      .where(sql.ref('archived_at'), 'is', null)
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropTable('mix_plan').execute();
  },
};
