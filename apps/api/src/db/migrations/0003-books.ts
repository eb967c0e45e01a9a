import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Sales, credits, daily facts, targets, changes, saved views. */
export const books: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await recordColumns(schema.createTable('sale'), 'sale')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('external_id', 'text')
      .addColumn('order_id', 'text')
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('opportunity_id', 'text')
      .addColumn('product_id', 'text')
      .addColumn('line', 'text')
      .addColumn('segment', 'text')
      .addColumn('region', 'text')
      .addColumn('quantity', 'bigint')
      .addColumn('revenue_minor', 'bigint', (c) => c.notNull())
      .addColumn('cost_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('split', 'text')
      .execute();
    await index('sale', 'day', 'day', 'id');
    await index('sale', 'owner', 'owner_id', 'day');
    await index('sale', 'account', 'account_id', 'day');
    await index('sale', 'opportunity', 'opportunity_id');
    await index('sale', 'external', 'external_id');

    await schema
      .createTable('credit')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('sale_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('team_id', 'text')
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('reverses_id', 'text')
      .addColumn('share_bp', 'integer', (c) => c.notNull())
      .addColumn('sale_count', 'integer', (c) => c.notNull())
      .addColumn('quantity', 'bigint')
      .addColumn('revenue_minor', 'bigint', (c) => c.notNull())
      .addColumn('cost_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('product_id', 'text')
      .addColumn('line', 'text')
      .addColumn('segment', 'text')
      .addColumn('region', 'text')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('credit_pk', ['org_id', 'id'])
      .execute();
    await index('credit', 'day', 'day', 'person_id');
    await index('credit', 'person', 'person_id', 'day');
    await index('credit', 'sale', 'sale_id');
    // A credit is reversed at most once, whoever is first.
    await schema
      .createIndex('credit_reversed')
      .unique()
      .on('credit')
      .columns(['org_id', 'reverses_id'])
      .where(sql.ref('reverses_id'), 'is not', null)
      .execute();

    await schema
      .createTable('fact_day')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('line', 'text', (c) => c.notNull())
      .addColumn('segment', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('value', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('fact_day_pk', ['org_id', 'measure', 'day', 'person_id', 'line', 'segment', 'currency'])
      .execute();

    await recordColumns(schema.createTable('target'), 'target')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('fiscal_year', 'integer', (c) => c.notNull())
      .addColumn('starts_on', 'text', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('total_minor', 'bigint', (c) => c.notNull())
      .addColumn('shape', 'text', (c) => c.notNull())
      .addColumn('basis', 'text', (c) => c.notNull())
      .addColumn('published_at', 'text')
      .addColumn('reason', 'text')
      .addColumn('supersedes_id', 'text')
      .execute();
    await index('target', 'year', 'fiscal_year', 'status');

    await schema
      .createTable('target_cell')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('target_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('line', 'text', (c) => c.notNull())
      .addColumn('month', 'integer', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('target_cell_pk', ['org_id', 'target_id', 'person_id', 'line', 'month'])
      .execute();
    await schema
      .createTable('target_segment')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('target_id', 'text', (c) => c.notNull())
      .addColumn('segment', 'text', (c) => c.notNull())
      .addColumn('month', 'integer', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('target_segment_pk', ['org_id', 'target_id', 'segment', 'month'])
      .execute();

    await schema
      .createTable('change')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('record_id', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('version', 'bigint')
      .addColumn('account_id', 'text')
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('before', 'text')
      .addColumn('after', 'text')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('change_pk', ['org_id', 'id'])
      .execute();
    await index('change', 'record', 'record_id', 'id');
    await index('change', 'account', 'account_id', 'id');

    await recordColumns(schema.createTable('saved_view'), 'saved_view')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('is_shared', 'integer', (c) => c.notNull())
      .addColumn('definition', 'text', (c) => c.notNull())
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of [
      'saved_view',
      'change',
      'target_segment',
      'target_cell',
      'target',
      'fact_day',
      'credit',
      'sale',
    ])
      await db.schema.dropTable(table).execute();
  },
};
