import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a target was made from, its stretch level, core parts, the steps of its life, and what people commit. */
export const targetsInFull: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const column of ['stretch', 'made_from', 'effective_on'])
      await schema.alterTable('target').addColumn(column, 'text').execute();
    await schema.alterTable('target_cell').addColumn('core_minor', 'bigint').execute();

    await schema
      .createTable('target_step')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('target_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('by_id', 'text')
      .addColumn('reason', 'text')
      .addColumn('detail', 'text')
      .addPrimaryKeyConstraint('target_step_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createIndex('target_step_target')
      .on('target_step')
      .columns(['org_id', 'target_id', 'at', 'id'])
      .execute();

    await schema
      .createTable('commitment')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('fiscal_year', 'integer', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('version', 'bigint', (c) => c.notNull())
      .addColumn('updated_at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('commitment_pk', ['org_id', 'fiscal_year', 'person_id'])
      .execute();
    await schema
      .createTable('commitment_cell')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('fiscal_year', 'integer', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('line', 'text', (c) => c.notNull())
      .addColumn('month', 'integer', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('commitment_cell_pk', ['org_id', 'fiscal_year', 'person_id', 'line', 'month'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['commitment_cell', 'commitment', 'target_step']) await db.schema.dropTable(table).execute();
    await db.schema.alterTable('target_cell').dropColumn('core_minor').execute();
    for (const column of ['effective_on', 'made_from', 'stretch'])
      await db.schema.alterTable('target').dropColumn(column).execute();
  },
};
