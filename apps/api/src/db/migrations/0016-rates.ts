import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Exchange rates by day and by fiscal year, and the rate that a credit was frozen at. */
export const rates: Migration = {
  async up(db: Kysely<never>) {
    await recordColumns(db.schema.createTable('rate'), 'rate')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('rate', 'text', (c) => c.notNull())
      .addColumn('source', 'text')
      .execute();
    await db.schema
      .createIndex('rate_of_day')
      .unique()
      .on('rate')
      .columns(['org_id', 'kind', 'currency', 'day'])
      .where(sql.ref('archived_at'), 'is', null)
      .execute();
    // What is sold in the organisation's own currency needs no rate: there all three stay null.
    await db.schema.alterTable('credit').addColumn('rate', 'text').execute();
    await db.schema.alterTable('credit').addColumn('org_minor', 'bigint').execute();
    await db.schema.alterTable('credit').addColumn('org_cost_minor', 'bigint').execute();
  },
  async down(db: Kysely<never>) {
    for (const column of ['org_cost_minor', 'org_minor', 'rate'])
      await db.schema.alterTable('credit').dropColumn(column).execute();
    await db.schema.dropTable('rate').execute();
  },
};
