import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A mail is logged once: its Message-ID stands on one activity of the organisation. One that was put away may be logged again. */
export const mailsOnce: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.alterTable('activity').addColumn('message_id', 'text').execute();
    await db.schema
      .createIndex('activity_message')
      .unique()
      .on('activity')
      .columns(['org_id', 'message_id'])
      .where(sql<boolean>`message_id is not null and archived_at is null`)
      .execute();
  },

  async down(db: Kysely<never>) {
    await db.schema.dropIndex('activity_message').execute();
    await db.schema.alterTable('activity').dropColumn('message_id').execute();
  },
};
