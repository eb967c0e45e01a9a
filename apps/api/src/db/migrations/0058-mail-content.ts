import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Beside its Message-ID a mail is known by what it says, for copies that hide the first. */
export const mailContent: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.alterTable('activity').addColumn('mail_content', 'text').execute();
    await db.schema.createIndex('activity_mail_content').on('activity').columns(['org_id', 'mail_content']).execute();
  },

  async down(db: Kysely<never>) {
    await db.schema.dropIndex('activity_mail_content').execute();
    await db.schema.alterTable('activity').dropColumn('mail_content').execute();
  },
};
