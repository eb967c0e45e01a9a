import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Imports, what they wrote, and confirmed aliases. */
export const imports: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema
      .createTable('import')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('file_name', 'text', (c) => c.notNull())
      .addColumn('file_sha256', 'text', (c) => c.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('finished_at', 'text')
      .addColumn('report', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('import_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createTable('import_record')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('import_id', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('version', 'bigint')
      .addColumn('detail', 'text')
      .addPrimaryKeyConstraint('import_record_pk', ['org_id', 'import_id', 'position'])
      .execute();
    await schema
      .createTable('alias')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('alias_key', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('alias', 'text', (c) => c.notNull())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('alias_pk', ['org_id', 'subject', 'alias_key'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['alias', 'import_record', 'import']) await db.schema.dropTable(table).execute();
  },
};
