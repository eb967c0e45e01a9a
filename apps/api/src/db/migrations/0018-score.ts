import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Models that were learned from closed records, each with how it did. */
export const score: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('scoring_model')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('trained_at', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('rows', 'integer', (c) => c.notNull())
      .addColumn('successes', 'integer', (c) => c.notNull())
      .addColumn('model', 'text')
      .addColumn('report', 'text')
      .addPrimaryKeyConstraint('scoring_model_pk', ['org_id', 'id'] as never[])
      .execute();
    await db.schema
      .createIndex('scoring_model_version')
      .unique()
      .on('scoring_model')
      .columns(['org_id', 'subject', 'version'])
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropTable('scoring_model').execute();
  },
};
