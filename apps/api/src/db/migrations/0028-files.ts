import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const ofContact = ['buying_role', 'stance', 'reports_to_id'] as const;

/** The file of a customer: who decides there and who knows whom, and files that are kept with records. */
export const files: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const column of ofContact) await schema.alterTable('contact').addColumn(column, 'text').execute();
    await schema.alterTable('contact').addColumn('influence', 'integer').execute();

    await schema
      .createTable('contact_tie')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('contact_id', 'text', (c) => c.notNull())
      .addColumn('other_id', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('contact_tie_pk', ['org_id', 'id'])
      .execute();
    for (const column of ['contact_id', 'other_id'])
      await schema.createIndex(`contact_tie_${column}`).on('contact_tie').columns(['org_id', column]).execute();

    await schema
      .createTable('attachment')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('record_kind', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('file_name', 'text', (c) => c.notNull())
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('sha256', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('removed_at', 'text')
      .addColumn('cleared_at', 'text')
      .addPrimaryKeyConstraint('attachment_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createIndex('attachment_of')
      .on('attachment')
      .columns(['org_id', 'record_kind', 'record_id'])
      .execute();
    await schema.createIndex('attachment_removed').on('attachment').columns(['org_id', 'removed_at']).execute();
  },
  async down(db: Kysely<never>) {
    const { schema } = db;
    await schema.dropTable('attachment').execute();
    await schema.dropTable('contact_tie').execute();
    for (const column of ['influence', ...ofContact.toReversed()])
      await schema.alterTable('contact').dropColumn(column).execute();
  },
};
