import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Accounts, contacts, leads, stages, opportunities, products, activities. */
export const records: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await recordColumns(schema.createTable('account'), 'account')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('company_key', 'text', (c) => c.notNull())
      .addColumn('external_id', 'text')
      .addColumn('segment', 'text')
      .addColumn('region', 'text')
      .addColumn('website', 'text')
      .addColumn('domain_key', 'text')
      .addColumn('phone', 'text')
      .addColumn('phone_key', 'text')
      .addColumn('email', 'text')
      .addColumn('email_key', 'text')
      .addColumn('address', 'text')
      .addColumn('employees', 'bigint')
      .addColumn('annual_revenue_minor', 'bigint')
      .addColumn('parent_id', 'text')
      .addColumn('notes', 'text')
      .execute();
    await index('account', 'name', 'name_key', 'id');
    await index('account', 'company', 'company_key');
    await index('account', 'owner', 'owner_id', 'name_key', 'id');
    await index('account', 'backup', 'backup_id');
    await index('account', 'external', 'external_id');
    await index('account', 'domain', 'domain_key');
    await index('account', 'phone', 'phone_key');
    await index('account', 'email', 'email_key');

    await recordColumns(schema.createTable('contact'), 'contact')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('account_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('title', 'text')
      .addColumn('external_id', 'text')
      .addColumn('email', 'text')
      .addColumn('email_key', 'text')
      .addColumn('phone', 'text')
      .addColumn('phone_key', 'text')
      .addColumn('notes', 'text')
      .execute();
    await index('contact', 'name', 'name_key', 'id');
    await index('contact', 'account', 'account_id');
    await index('contact', 'owner', 'owner_id');
    await index('contact', 'email', 'email_key');
    await index('contact', 'phone', 'phone_key');
    await index('contact', 'external', 'external_id');

    await recordColumns(schema.createTable('lead'), 'lead')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('title', 'text')
      .addColumn('company', 'text')
      .addColumn('company_key', 'text')
      .addColumn('email', 'text')
      .addColumn('email_key', 'text')
      .addColumn('phone', 'text')
      .addColumn('phone_key', 'text')
      .addColumn('domain_key', 'text')
      .addColumn('website', 'text')
      .addColumn('address', 'text')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('provenance', 'text')
      .addColumn('account_id', 'text')
      .addColumn('notes', 'text')
      .execute();
    await index('lead', 'owner', 'owner_id', 'created_at');
    await index('lead', 'created', 'created_at', 'id');
    await index('lead', 'name', 'name_key', 'id');
    await index('lead', 'email', 'email_key');
    await index('lead', 'phone', 'phone_key');
    await index('lead', 'company', 'company_key');

    await index('lead', 'domain', 'domain_key');

    await schema
      .createTable('clip')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('taken_at', 'text', (c) => c.notNull())
      .addColumn('page_url', 'text', (c) => c.notNull())
      .addColumn('page_title', 'text', (c) => c.notNull())
      .addColumn('lead', 'text', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('record_kind', 'text')
      .addColumn('record_id', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('clip_pk', ['org_id', 'id'])
      .execute();
    await index('clip', 'record', 'record_id');

    await recordColumns(schema.createTable('stage'), 'stage')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('probability_bp', 'integer', (c) => c.notNull())
      .execute();

    await recordColumns(schema.createTable('product'), 'product')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('external_id', 'text')
      .addColumn('line', 'text')
      .addColumn('kind', 'text')
      .addColumn('margin_class', 'text')
      .addColumn('list_price_minor', 'bigint')
      .execute();
    await index('product', 'name', 'name_key', 'id');
    await index('product', 'external', 'external_id');

    await recordColumns(schema.createTable('opportunity'), 'opportunity')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('external_id', 'text')
      .addColumn('account_id', 'text')
      .addColumn('product_id', 'text')
      .addColumn('stage_id', 'text', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('opened_on', 'text')
      .addColumn('expected_close_on', 'text')
      .addColumn('closed_on', 'text')
      .addColumn('split', 'text')
      .addColumn('lost_reason', 'text')
      .addColumn('notes', 'text')
      .execute();
    await index('opportunity', 'owner', 'owner_id', 'stage_id');
    await index('opportunity', 'stage', 'stage_id', 'id');
    await index('opportunity', 'account', 'account_id');
    await index('opportunity', 'external', 'external_id');
    await index('opportunity', 'name', 'name_key', 'id');

    await recordColumns(schema.createTable('activity'), 'activity')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('contact_id', 'text')
      .addColumn('lead_id', 'text')
      .addColumn('opportunity_id', 'text')
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('is_done', 'integer', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('body', 'text')
      .execute();
    await index('activity', 'person', 'person_id', 'on_day');
    await index('activity', 'account', 'account_id', 'on_day');
    await index('activity', 'lead', 'lead_id');
    await index('activity', 'opportunity', 'opportunity_id');
  },
  async down(db: Kysely<never>) {
    for (const table of ['activity', 'opportunity', 'product', 'stage', 'clip', 'lead', 'contact', 'account'])
      await db.schema.dropTable(table).execute();
  },
};
