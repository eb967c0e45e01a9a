import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Budget lines, expenses with their receipts, and the limits of categories. */
export const budget: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await recordColumns(schema.createTable('budget_line'), 'budget_line')
      .addColumn('owner_id', 'text', (c) => c.notNull())
      .addColumn('fiscal_year', 'integer', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('category_key', 'text', (c) => c.notNull())
      .addColumn('team_id', 'text')
      .addColumn('campaign', 'text')
      .addColumn('campaign_key', 'text')
      .addColumn('account_id', 'text')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('months', 'text', (c) => c.notNull())
      .addColumn('total_minor', 'bigint', (c) => c.notNull())
      .addColumn('results', 'text', (c) => c.notNull())
      .execute();
    await index('budget_line', 'year', 'fiscal_year', 'category_key');

    await recordColumns(schema.createTable('expense'), 'expense')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('team_id', 'text')
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('category_key', 'text', (c) => c.notNull())
      .addColumn('vendor', 'text')
      .addColumn('vendor_key', 'text')
      .addColumn('amount_minor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('activity_id', 'text')
      .addColumn('campaign', 'text')
      .addColumn('campaign_key', 'text')
      .addColumn('external_id', 'text')
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('receipt_id', 'text')
      .addColumn('submitted_at', 'text')
      .addColumn('decided_at', 'text')
      .addColumn('decided_by', 'text')
      .addColumn('reason', 'text')
      .addColumn('reimbursed_at', 'text')
      .addColumn('reimbursed_by', 'text')
      .execute();
    await index('expense', 'day', 'day', 'id');
    await index('expense', 'person', 'person_id', 'day');
    await index('expense', 'status', 'status', 'day');
    await index('expense', 'account', 'account_id');
    await index('expense', 'activity', 'activity_id');
    await index('expense', 'external', 'external_id');

    await recordColumns(schema.createTable('expense_limit'), 'expense_limit')
      .addColumn('category', 'text', (c) => c.notNull())
      .addColumn('category_key', 'text', (c) => c.notNull())
      .addColumn('single_minor', 'bigint')
      .addColumn('day_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('asks_contact', 'integer', (c) => c.notNull())
      .addUniqueConstraint('expense_limit_category', ['org_id', 'category_key'])
      .execute();

    await schema
      .createTable('expense_receipt')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('expense_id', 'text', (c) => c.notNull())
      .addColumn('file_name', 'text', (c) => c.notNull())
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('expense_receipt_pk', ['org_id', 'id'])
      .execute();
    await index('expense_receipt', 'expense', 'expense_id');
  },
  async down(db: Kysely<never>) {
    for (const table of ['expense_receipt', 'expense_limit', 'expense', 'budget_line'])
      await db.schema.dropTable(table).execute();
  },
};
