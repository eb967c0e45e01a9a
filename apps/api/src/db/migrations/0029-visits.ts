import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Calls that stand in place of a promised visit; and days on which accounts are visited, whoever visits, read from an index alone: by
 * promises, by the coverage plan, by the day's list.
 */
export const visits: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.alterTable('activity').addColumn('in_place_of', 'text').execute();
    await db.schema
      .createIndex('activity_visits')
      .on('activity')
      .columns(['org_id', 'account_id', 'kind', 'on_day', 'is_done', 'in_place_of'])
      .where(sql<boolean>`archived_at is null`)
      .execute();
  },

  async down(db: Kysely<never>) {
    await db.schema.dropIndex('activity_visits').execute();
    await db.schema.alterTable('activity').dropColumn('in_place_of').execute();
  },
};
