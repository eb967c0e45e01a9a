import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Who looks at which record, for all nodes. */
export const onlookers: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('onlooker')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('seen_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('onlooker_pk', ['org_id', 'record_id', 'subject', 'person_id'])
      .execute();
  },

  async down(db: Kysely<never>) {
    await db.schema.dropTable('onlooker').execute();
  },
};
