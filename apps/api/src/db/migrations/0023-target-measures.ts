import { type Kysely, type SchemaModule, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

const headers = ['org_id', 'fiscal_year', 'person_id', 'version', 'updated_at'] as const;
const cells = ['org_id', 'fiscal_year', 'person_id', 'line', 'month', 'amount_minor'] as const;

/** Neither database changes a primary key in place on both: a table is made anew, filled, and takes the name. */
async function remade(
  db: Kysely<never>,
  table: string,
  columns: readonly string[],
  { make, values }: { make: (schema: SchemaModule, name: string) => Promise<void>; values: readonly string[] },
): Promise<void> {
  const next = `${table}_next`;
  await make(db.schema, next);
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const from = sql.join(values.map((value) => sql.raw(value)));
  await sql`insert into ${sql.table(next)} (${names}) select ${from} from ${sql.table(table)}`.execute(db);
  await db.schema.dropTable(table).execute();
  await db.schema.alterTable(next).renameTo(table).execute();
}

const header = (isOfMeasure: boolean) => async (schema: SchemaModule, name: string) => {
  let table = schema.createTable(name).addColumn('org_id', 'text', (c) => c.notNull());
  if (isOfMeasure) table = table.addColumn('measure', 'text', (c) => c.notNull());
  await table
    .addColumn('fiscal_year', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('version', 'bigint', (c) => c.notNull())
    .addColumn('updated_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint(isOfMeasure ? 'commitment_of_measure_pk' : 'commitment_pk', [
      'org_id',
      ...(isOfMeasure ? ['measure'] : []),
      'fiscal_year',
      'person_id',
    ] as never[])
    .execute();
};
const cell = (isOfMeasure: boolean) => async (schema: SchemaModule, name: string) => {
  let table = schema.createTable(name).addColumn('org_id', 'text', (c) => c.notNull());
  if (isOfMeasure) table = table.addColumn('measure', 'text', (c) => c.notNull());
  await table
    .addColumn('fiscal_year', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('line', 'text', (c) => c.notNull())
    .addColumn('month', 'integer', (c) => c.notNull())
    .addColumn('amount_minor', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint(isOfMeasure ? 'commitment_cell_of_measure_pk' : 'commitment_cell_pk', [
      'org_id',
      ...(isOfMeasure ? ['measure'] : []),
      'fiscal_year',
      'person_id',
      'line',
      'month',
    ] as never[])
    .execute();
};

/** Targets of every measure: what people commit says of which, shares that are wanted, and scorecards. Revenue stays as it is. */
export const targetMeasures: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const [table, columns, make] of [
      ['commitment', headers, header(true)],
      ['commitment_cell', cells, cell(true)],
    ] as const)
      await remade(db, table, ['measure', ...columns], { make, values: ["'revenue'", ...columns] });

    await schema
      .createTable('target_rate')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('target_id', 'text', (c) => c.notNull())
      .addColumn('holder_kind', 'text', (c) => c.notNull())
      .addColumn('holder_id', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('share_bp', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('target_rate_pk', ['org_id', 'target_id', 'holder_kind', 'holder_id', 'period'])
      .execute();

    await recordColumns(schema.createTable('scorecard'), 'scorecard')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('role', 'text')
      .addColumn('person_id', 'text')
      .addColumn('valid_from', 'text', (c) => c.notNull())
      .addColumn('valid_to', 'text')
      .addColumn('cap_bp', 'integer', (c) => c.notNull())
      .addColumn('parts', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('scorecard_valid').on('scorecard').columns(['org_id', 'valid_from', 'id']).execute();
    // The published target of a measure and year is looked up by every page that speaks of it.
    await schema
      .createIndex('target_measure')
      .on('target')
      .columns(['org_id', 'measure', 'fiscal_year', 'status'])
      .execute();
  },
  async down(db: Kysely<never>) {
    const { schema } = db;
    await schema.dropIndex('target_measure').execute();
    for (const table of ['scorecard', 'target_rate']) await schema.dropTable(table).execute();
    // What was committed of other measures has no place in the form before.
    for (const [table, columns, make] of [
      ['commitment_cell', cells, cell(false)],
      ['commitment', headers, header(false)],
    ] as const) {
      await sql`delete from ${sql.table(table)} where measure != 'revenue'`.execute(db);
      await remade(db, table, columns, { make, values: columns });
    }
  },
};
