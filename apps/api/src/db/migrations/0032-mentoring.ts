import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Who guides, who learns, their pairs, and what became of them. */
export const mentoring: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const name of ['mentor_profile', 'mentee_profile'] as const) {
      const table = recordColumns(schema.createTable(name), name)
        .addColumn('person_id', 'text', (c) => c.notNull())
        .addColumn('languages', 'text', (c) => c.notNull())
        .addColumn('region', 'text')
        .addColumn('years', 'double precision')
        .addColumn('note', 'text');
      if (name === 'mentor_profile')
        await table
          .addColumn('gives', 'text', (c) => c.notNull())
          .addColumn('capacity', 'integer', (c) => c.notNull())
          .addColumn('is_open', 'integer', (c) => c.notNull())
          .execute();
      else
        await table
          .addColumn('needs', 'text', (c) => c.notNull())
          .addColumn('is_seeking', 'integer', (c) => c.notNull())
          .addColumn('wish_id', 'text')
          .execute();
      await schema.createIndex(`${name}_person`).on(name).columns(['org_id', 'person_id']).unique().execute();
    }
    await recordColumns(schema.createTable('mentorship'), 'mentorship')
      .addColumn('mentee_id', 'text', (c) => c.notNull())
      .addColumn('mentor_id', 'text', (c) => c.notNull())
      .addColumn('goal', 'text')
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('until_day', 'text', (c) => c.notNull())
      .addColumn('every_days', 'integer', (c) => c.notNull())
      .addColumn('minutes', 'integer', (c) => c.notNull())
      .addColumn('idle_after_days', 'integer', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('start_needs', 'text', (c) => c.notNull())
      .addColumn('ended_on', 'text')
      .addColumn('result', 'text')
      .addColumn('lesson', 'text')
      .addColumn('again', 'integer')
      .execute();
    await schema.createIndex('mentorship_mentor').on('mentorship').columns(['org_id', 'mentor_id', 'status']).execute();
    await schema.createIndex('mentorship_mentee').on('mentorship').columns(['org_id', 'mentee_id', 'status']).execute();
    await recordColumns(schema.createTable('mentorship_entry'), 'mentorship_entry')
      .addColumn('mentorship_id', 'text', (c) => c.notNull())
      .addColumn('mentee_id', 'text', (c) => c.notNull())
      .addColumn('mentor_id', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('next_step', 'text')
      .addColumn('levels', 'text', (c) => c.notNull())
      .addColumn('activity_id', 'text')
      .addColumn('account_id', 'text')
      .addColumn('opportunity_id', 'text')
      .execute();
    await schema
      .createIndex('mentorship_entry_pair')
      .on('mentorship_entry')
      .columns(['org_id', 'mentorship_id', 'on_day'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['mentorship_entry', 'mentorship', 'mentee_profile', 'mentor_profile'])
      await db.schema.dropTable(table).execute();
  },
};
