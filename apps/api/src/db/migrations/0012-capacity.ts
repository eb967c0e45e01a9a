import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

const terms = ['fte_bp', 'starts_on', 'ends_on', 'ramp', 'selling_minutes'] as const;

/** Terms of people, their leave, and how the organisation reckons parts of a year. */
export const capacity: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const column of terms)
      await schema
        .alterTable('person')
        .addColumn(column, column === 'fte_bp' || column === 'selling_minutes' ? 'integer' : 'text')
        .execute();
    await schema
      .alterTable('organisation')
      .addColumn('pro_rata', 'text', (c) => c.notNull().defaultTo('working-capacity'))
      .execute();
    await schema
      .alterTable('organisation')
      .addColumn('selling_minutes', 'integer', (c) => c.notNull().defaultTo(480))
      .execute();
    await recordColumns(schema.createTable('leave'), 'leave')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('to_day', 'text', (c) => c.notNull())
      .addColumn('half_days', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .execute();
    await schema.createIndex('leave_person').on('leave').columns(['org_id', 'person_id', 'from_day']).execute();
    await schema.createIndex('leave_day').on('leave').columns(['org_id', 'from_day', 'id']).execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropTable('leave').execute();
    for (const column of terms) await db.schema.alterTable('person').dropColumn(column).execute();
    for (const column of ['pro_rata', 'selling_minutes'])
      await db.schema.alterTable('organisation').dropColumn(column).execute();
  },
};
