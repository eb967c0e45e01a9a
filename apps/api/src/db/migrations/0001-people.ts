import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Organisation, teams, people, invitations. */
export const people: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema
      .createTable('organisation')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'bigint', (c) => c.notNull().defaultTo(1))
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('archived_at', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('time_zone', 'text', (c) => c.notNull())
      .addColumn('fiscal_year_start', 'integer', (c) => c.notNull())
      .addColumn('fiscal_year_label', 'text', (c) => c.notNull())
      .addColumn('week_start', 'integer', (c) => c.notNull())
      .addColumn('working_weekdays', 'text', (c) => c.notNull())
      .addColumn('holidays', 'text', (c) => c.notNull())
      .addColumn('date_format', 'text', (c) => c.notNull())
      .addColumn('decimal_mark', 'text', (c) => c.notNull())
      .addColumn('locale', 'text', (c) => c.notNull())
      .addColumn('country', 'text')
      .addColumn('is_demo', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    await recordColumns(schema.createTable('team'), 'team')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('parent_id', 'text')
      .addColumn('manager_id', 'text')
      .execute();
    await schema.createIndex('team_name').on('team').columns(['org_id', 'name_key']).execute();
    await recordColumns(schema.createTable('person'), 'person')
      .addColumn('user_id', 'text', (c) => c.unique())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('email', 'text')
      .addColumn('email_key', 'text')
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('title', 'text')
      .addColumn('office', 'text')
      .addColumn('external_id', 'text')
      .addColumn('team_id', 'text')
      .addColumn('is_active', 'integer', (c) => c.notNull().defaultTo(1))
      .addUniqueConstraint('person_email', ['org_id', 'email_key'])
      .execute();
    await schema.createIndex('person_name').on('person').columns(['org_id', 'name_key']).execute();
    await schema.createIndex('person_team').on('person').columns(['org_id', 'team_id']).execute();
    await schema.createIndex('person_external').on('person').columns(['org_id', 'external_id']).execute();
    await schema
      .createTable('invitation')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('token_hash', 'text', (c) => c.notNull().unique())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('expires_at', 'text', (c) => c.notNull())
      .addColumn('accepted_at', 'text')
      .addPrimaryKeyConstraint('invitation_pk', ['org_id', 'id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['invitation', 'person', 'team', 'organisation']) await db.schema.dropTable(table).execute();
  },
};
