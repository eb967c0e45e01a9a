import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Runs of jobs and who is at one; mails that leave the house, and their letters until they have left. */
export const jobsAndMail: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema
      .createTable('job_run')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('ended_at', 'text')
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('counts', 'text', (c) => c.notNull())
      .addColumn('error', 'text')
      .addColumn('person_id', 'text')
      .addPrimaryKeyConstraint('job_run_pk', ['org_id', 'id'])
      .execute();
    await schema.createIndex('job_run_name').on('job_run').columns(['org_id', 'name', 'id']).execute();
    await schema
      .createTable('job_lease')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('held_until', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('job_lease_pk', ['org_id', 'name'])
      .execute();

    await recordColumns(schema.createTable('mail'), 'mail')
      .addColumn('to_address', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('next_at', 'text')
      .addColumn('sent_at', 'text')
      .addColumn('expires_at', 'text')
      .addColumn('last_error', 'text')
      .addColumn('about_subject', 'text')
      .addColumn('about_id', 'text')
      .addColumn('person_id', 'text')
      .execute();
    await schema.createIndex('mail_due').on('mail').columns(['org_id', 'state', 'next_at']).execute();
    await schema.createIndex('mail_about').on('mail').columns(['org_id', 'about_subject', 'about_id']).execute();
    await schema
      .createTable('mail_letter')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('mail_id', 'text', (c) => c.notNull())
      .addColumn('plain', 'text', (c) => c.notNull())
      .addColumn('html', 'text', (c) => c.notNull())
      .addColumn('held_until', 'text')
      .addPrimaryKeyConstraint('mail_letter_pk', ['org_id', 'mail_id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['mail_letter', 'mail', 'job_lease', 'job_run']) await db.schema.dropTable(table).execute();
  },
};
