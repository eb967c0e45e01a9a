import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Sums of receivables by whose they are, which the overview reads instead of invoices, and an index in which the tally is read without
 * looking at its rows. After the last migration the sums are filled from the invoices.
 */
export const receivableTally: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const sums = (table: 'receivable_tally' | 'invoice_tally') =>
      schema
        .createTable(table)
        .addColumn('org_id', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('owner_id', 'text')
        .addColumn('backup_id', 'text')
        .addColumn('currency', 'text', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('place', 'text', (c) => c.notNull())
        .addColumn('value', 'bigint', (c) => c.notNull());
    await sums('receivable_tally')
      .addColumn('squares', 'double precision', (c) => c.notNull())
      .addPrimaryKeyConstraint('receivable_tally_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createIndex('receivable_tally_read')
      .on('receivable_tally')
      .columns(['org_id', 'currency', 'kind', 'place', 'owner_id', 'backup_id', 'value', 'squares'])
      .execute();
    await sums('invoice_tally')
      .addColumn('invoice_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('invoice_tally_pk', ['org_id', 'invoice_id', 'id'])
      .execute();
    await schema
      .createIndex('tally_read')
      .on('tally')
      .columns(['org_id', 'grain', 'measure', 'period', 'person_id', 'value'])
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropIndex('tally_read').execute();
    for (const table of ['invoice_tally', 'receivable_tally']) await db.schema.dropTable(table).execute();
  },
};
