import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** The kinds of record that bear tags and custom fields. */
const bearing = ['account', 'contact', 'lead', 'opportunity'] as const;

/** Custom fields and their values, tags, and the index by which lists are filtered by either. */
export const fields: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const table of bearing)
      for (const column of ['tags', 'custom_fields'])
        await schema.alterTable(table).addColumn(column, 'text').execute();

    await recordColumns(schema.createTable('custom_field'), 'custom_field')
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('choices', 'text', (c) => c.notNull())
      .addColumn('is_required', 'integer', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('custom_field_subject')
      .on('custom_field')
      .columns(['org_id', 'subject', 'position'])
      .execute();

    await schema
      .createTable('field_value')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('field_id', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('text', 'text')
      .addColumn('text_key', 'text')
      .addColumn('number', 'double precision')
      .addPrimaryKeyConstraint('field_value_pk', ['org_id', 'subject', 'record_id', 'field_id', 'position'])
      .execute();
    for (const column of ['text_key', 'number'] as const)
      await schema
        .createIndex(`field_value_${column}`)
        .on('field_value')
        .columns(['org_id', 'subject', 'field_id', column, 'record_id'])
        .execute();
  },
  async down(db: Kysely<never>) {
    const { schema } = db;
    for (const table of ['field_value', 'custom_field']) await schema.dropTable(table).execute();
    for (const table of bearing)
      for (const column of ['custom_fields', 'tags']) await schema.alterTable(table).dropColumn(column).execute();
  },
};
