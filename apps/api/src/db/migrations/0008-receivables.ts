import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Invoices, what was posted against them, and what the figures mean. */
export const receivables: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await recordColumns(schema.createTable('invoice'), 'invoice')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('number', 'text', (c) => c.notNull())
      .addColumn('number_key', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('issued_on', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('is_due_by_terms', 'integer', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('is_disputed', 'integer', (c) => c.notNull())
      .addColumn('terms', 'text')
      .addColumn('note', 'text')
      .execute();
    await index('invoice', 'number', 'number');
    await index('invoice', 'issued', 'issued_on', 'id');
    await index('invoice', 'due', 'due_on', 'id');
    await index('invoice', 'owner', 'owner_id', 'issued_on');
    await index('invoice', 'backup', 'backup_id');
    await index('invoice', 'account', 'account_id', 'issued_on');

    await recordColumns(schema.createTable('receipt'), 'receipt')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('invoice_id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint', (c) => c.notNull())
      .addColumn('external_id', 'text')
      .addColumn('note', 'text')
      .execute();
    await index('receipt', 'invoice', 'invoice_id', 'day');
    await index('receipt', 'day', 'day', 'id');
    await index('receipt', 'owner', 'owner_id', 'day');
    await index('receipt', 'backup', 'backup_id');
    await index('receipt', 'external', 'external_id');

    await schema
      .createTable('receivables_definition')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addColumn('terms_days', 'integer', (c) => c.notNull())
      .addColumn('within_days', 'integer', (c) => c.notNull())
      .addColumn('within_from', 'text', (c) => c.notNull())
      .addColumn('window_days', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('receivables_definition_pk', ['org_id', 'id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['receivables_definition', 'receipt', 'invoice']) await db.schema.dropTable(table).execute();
  },
};
