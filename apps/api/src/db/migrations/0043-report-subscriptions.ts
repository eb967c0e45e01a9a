import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Whose editions are sent to whom by mail. */
export const reportSubscriptions: Migration = {
  async up(db: Kysely<never>) {
    await recordColumns(db.schema.createTable('edition_subscription'), 'edition_subscription')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('about_id', 'text')
      .execute();
    await db.schema
      .createIndex('edition_subscription_kind')
      .on('edition_subscription')
      .columns(['org_id', 'kind', 'person_id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropTable('edition_subscription').execute();
  },
};
