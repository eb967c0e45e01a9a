import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Scenarios with their rubrics, the sessions in which they were played, and the exercises that came of them. */
export const rolePlay: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('role_play_scenario'), 'role_play_scenario')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('situation', 'text', (c) => c.notNull())
      .addColumn('task', 'text', (c) => c.notNull())
      .addColumn('customer', 'text', (c) => c.notNull())
      .addColumn('minutes', 'integer', (c) => c.notNull())
      .addColumn('criteria', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('role_play_scenario_name')
      .on('role_play_scenario')
      .columns(['org_id', 'name_key', 'id'])
      .execute();
    await recordColumns(schema.createTable('role_play'), 'role_play')
      .addColumn('scenario_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('observer_id', 'text', (c) => c.notNull())
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('criteria', 'text', (c) => c.notNull())
      .addColumn('self_scores', 'text')
      .addColumn('observer_scores', 'text')
      .execute();
    await schema.createIndex('role_play_of').on('role_play').columns(['org_id', 'person_id', 'on_day']).execute();
    await schema.createIndex('role_play_by').on('role_play').columns(['org_id', 'observer_id', 'on_day']).execute();
    await recordColumns(schema.createTable('exercise'), 'exercise')
      .addColumn('role_play_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('observer_id', 'text', (c) => c.notNull())
      .addColumn('criterion', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('done_at', 'text')
      .execute();
    await schema.createIndex('exercise_of').on('exercise').columns(['org_id', 'person_id', 'due_on']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['exercise', 'role_play', 'role_play_scenario']) await db.schema.dropTable(table).execute();
  },
};
