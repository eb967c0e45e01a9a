import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

const same = [
  'org_id',
  'id',
  'version',
  'created_at',
  'updated_at',
  'archived_at',
  'person_id',
  'certificate_id',
  'due_on',
];

/** Goals of every kind beside those of certificates, and the projects that people led. SQLite cannot let a column be null later. */
export const goals: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('goal_of_growth'), 'goal_of_growth')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull().defaultTo('certificate'))
      .addColumn('certificate_id', 'text')
      .addColumn('skill_id', 'text')
      .addColumn('wanted', 'double precision')
      .addColumn('least_minor', 'bigint')
      .addColumn('from_on', 'text')
      .addColumn('base_from_on', 'text')
      .addColumn('due_on', 'text', (c) => c.notNull())
      .execute();
    const columns = sql.join(same.map((column) => sql.ref(column)));
    await sql`insert into goal_of_growth (${columns}) select ${columns} from goal`.execute(db);
    await schema.dropTable('goal').execute();
    await schema.alterTable('goal_of_growth').renameTo('goal').execute();
    await schema.createIndex('goal_of').on('goal').columns(['org_id', 'person_id', 'kind']).execute();
    await recordColumns(schema.createTable('led_project'), 'led_project')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('departments', 'text', (c) => c.notNull())
      .addColumn('from_day', 'text', (c) => c.notNull())
      .addColumn('finished_on', 'text')
      .addColumn('outcome', 'text')
      .execute();
    await schema.createIndex('led_project_of').on('led_project').columns(['org_id', 'person_id', 'from_day']).execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropTable('led_project').execute();
    await db.schema.dropIndex('goal_of').execute();
    await recordColumns(db.schema.createTable('goal_of_certificates'), 'goal_of_certificates')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('certificate_id', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .execute();
    const columns = sql.join(same.map((column) => sql.ref(column)));
    await sql`insert into goal_of_certificates (${columns}) select ${columns} from goal where kind = 'certificate'`.execute(
      db,
    );
    await db.schema.dropTable('goal').execute();
    await db.schema.alterTable('goal_of_certificates').renameTo('goal').execute();
    await db.schema.createIndex('goal_of').on('goal').columns(['org_id', 'person_id', 'certificate_id']).execute();
  },
};
