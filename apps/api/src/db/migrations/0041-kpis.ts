import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** What customers said, and what is wanted of each role in a period. */
export const kpis: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('satisfaction'), 'satisfaction')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('contact_id', 'text')
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('scale', 'text', (c) => c.notNull())
      .addColumn('score', 'integer', (c) => c.notNull())
      .addColumn('words', 'text')
      .execute();
    await schema.createIndex('satisfaction_day').on('satisfaction').columns(['org_id', 'scale', 'on_day']).execute();
    await schema.createIndex('satisfaction_account').on('satisfaction').columns(['org_id', 'account_id']).execute();
    await recordColumns(schema.createTable('kpi'), 'kpi')
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('direction', 'text', (c) => c.notNull())
      .addColumn('aim', 'double precision')
      .addColumn('valid_from', 'text', (c) => c.notNull())
      .addColumn('valid_to', 'text')
      .execute();
    await schema.createIndex('kpi_role').on('kpi').columns(['org_id', 'role', 'valid_from']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['kpi', 'satisfaction']) await db.schema.dropTable(table).execute();
  },
};
