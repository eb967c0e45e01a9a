import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** How sure a rep is of a deal; numbers that are held against the model or stood for; the pipeline as it stood week by week. */
export const forecast: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema.alterTable('opportunity').addColumn('forecast_category', 'text').execute();
    for (const table of ['forecast_override', 'forecast_submission'] as const) {
      const numbers = recordColumns(schema.createTable(table), table)
        .addColumn('scope_kind', 'text', (c) => c.notNull())
        .addColumn('scope_id', 'text', (c) => c.notNull())
        .addColumn('from_day', 'text', (c) => c.notNull())
        .addColumn('to_day', 'text', (c) => c.notNull())
        .addColumn('amount_minor', 'bigint', (c) => c.notNull())
        .addColumn('currency', 'text', (c) => c.notNull());
      await (table === 'forecast_override'
        ? numbers
            .addColumn('owner_id', 'text')
            .addColumn('about_id', 'text')
            .addColumn('reason', 'text', (c) => c.notNull())
        : numbers
            .addColumn('person_id', 'text')
            .addColumn('note', 'text')
            .addColumn('deals', 'text', (c) => c.notNull())
      ).execute();
      await schema
        .createIndex(`${table}_period`)
        .on(table)
        .columns(['org_id', 'from_day', 'to_day', 'scope_kind', 'scope_id'])
        .execute();
    }
    await schema
      .createTable('pipeline_snapshot')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('day', 'text', (c) => c.notNull())
      .addColumn('opportunity_id', 'text', (c) => c.notNull())
      .addColumn('owner_id', 'text')
      .addColumn('backup_id', 'text')
      .addColumn('stage_id', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('expected_close_on', 'text')
      .addColumn('closed_on', 'text')
      .addPrimaryKeyConstraint('pipeline_snapshot_pk', ['org_id', 'day', 'opportunity_id'] as never[])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['pipeline_snapshot', 'forecast_submission', 'forecast_override'])
      await db.schema.dropTable(table).execute();
    await db.schema.alterTable('opportunity').dropColumn('forecast_category').execute();
  },
};
