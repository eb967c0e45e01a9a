import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Courses with quiz and live sessions, who takes them and how they did, time to learn, and cases to learn from. */
export const training: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const named = <T extends string>(table: T) =>
      recordColumns(schema.createTable(table), table)
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('name_key', 'text', (c) => c.notNull());
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await named('course')
      .addColumn('about', 'text')
      .addColumn('hours', 'double precision', (c) => c.notNull())
      .addColumn('sections', 'text', (c) => c.notNull())
      .addColumn('after_ids', 'text', (c) => c.notNull())
      .addColumn('raises', 'text', (c) => c.notNull())
      .addColumn('certificate_id', 'text')
      .addColumn('external_id', 'text')
      .execute();
    await index('course', 'name', 'name_key', 'id');
    await recordColumns(schema.createTable('quiz'), 'quiz')
      .addColumn('owner_id', 'text')
      .addColumn('question_count', 'integer', (c) => c.notNull())
      .addColumn('pass_ratio', 'double precision', (c) => c.notNull())
      .addColumn('attempt_limit', 'integer')
      .addColumn('minutes', 'integer')
      .addColumn('questions', 'text', (c) => c.notNull())
      .execute();
    await recordColumns(schema.createTable('course_session'), 'course_session')
      .addColumn('course_id', 'text', (c) => c.notNull())
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('starts_at', 'text')
      .addColumn('minutes', 'integer', (c) => c.notNull())
      .addColumn('place', 'text')
      .addColumn('host_id', 'text')
      .execute();
    await index('course_session', 'day', 'course_id', 'on_day');
    await recordColumns(schema.createTable('attendance'), 'attendance')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('host_id', 'text')
      .addColumn('course_id', 'text', (c) => c.notNull())
      .addColumn('session_id', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .execute();
    await index('attendance', 'of', 'person_id', 'course_id');
    await index('attendance', 'session', 'session_id');
    await recordColumns(schema.createTable('enrolment'), 'enrolment')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('course_id', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text')
      .addColumn('seen_ids', 'text', (c) => c.notNull())
      .addColumn('extra_attempts', 'integer', (c) => c.notNull())
      .addColumn('is_credited', 'integer', (c) => c.notNull())
      .addColumn('completed_on', 'text')
      .execute();
    await index('enrolment', 'of', 'person_id', 'course_id');
    await index('enrolment', 'course', 'course_id');
    await recordColumns(schema.createTable('attempt'), 'attempt')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('course_id', 'text', (c) => c.notNull())
      .addColumn('enrolment_id', 'text', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('started_at', 'text', (c) => c.notNull())
      .addColumn('ends_at', 'text')
      .addColumn('closed_at', 'text')
      .addColumn('questions', 'text', (c) => c.notNull())
      .addColumn('answers', 'text', (c) => c.notNull())
      .addColumn('marks', 'text')
      .addColumn('right_count', 'integer')
      .addColumn('is_passed', 'integer')
      .execute();
    await index('attempt', 'of', 'enrolment_id', 'number');
    await index('attempt', 'open', 'state', 'ends_at');
    await recordColumns(schema.createTable('learning_plan'), 'learning_plan')
      .addColumn('hours_per_week', 'double precision', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .execute();
    await named('case_study')
      .addColumn('skill_id', 'text')
      .addColumn('person_id', 'text')
      .addColumn('situation', 'text', (c) => c.notNull())
      .addColumn('approach', 'text')
      .addColumn('outcome', 'text')
      .addColumn('lesson', 'text', (c) => c.notNull())
      .addColumn('text_key', 'text', (c) => c.notNull())
      .addColumn('external_id', 'text')
      .execute();
    await index('case_study', 'name', 'name_key', 'id');
    await index('case_study', 'skill', 'skill_id');
  },
  async down(db: Kysely<never>) {
    for (const table of ['case_study', 'learning_plan', 'attempt', 'enrolment', 'attendance', 'course_session', 'quiz'])
      await db.schema.dropTable(table).execute();
    await db.schema.dropTable('course').execute();
  },
};
