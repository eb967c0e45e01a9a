import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Skills with described levels, role profiles and assessments; the ladder and who stands where; certificates, awards and goals. */
export const skills: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const named = <T extends string>(table: T) =>
      recordColumns(schema.createTable(table), table)
        .addColumn('name', 'text', (c) => c.notNull())
        .addColumn('name_key', 'text', (c) => c.notNull());
    const byName = (table: string) =>
      schema.createIndex(`${table}_name`).on(table).columns(['org_id', 'name_key', 'id']).execute();

    let skill = named('skill')
      .addColumn('external_id', 'text')
      .addColumn('category', 'text')
      .addColumn('about', 'text');
    for (const level of [0, 1, 2, 3, 4, 5]) skill = skill.addColumn(`level${level}` as never, 'text') as typeof skill;
    await skill.execute();
    await byName('skill');
    await named('role_profile')
      .addColumn('requirements', 'text', (c) => c.notNull())
      .execute();
    await byName('role_profile');
    await recordColumns(schema.createTable('assessment'), 'assessment')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('skill_id', 'text', (c) => c.notNull())
      .addColumn('assessor_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('valid_until', 'text')
      .addColumn('note', 'text')
      .execute();
    await schema
      .createIndex('assessment_of')
      .on('assessment')
      .columns(['org_id', 'person_id', 'skill_id', 'on_day'])
      .execute();

    await named('rung')
      .addColumn('track', 'text', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('profile_id', 'text')
      .addColumn('from_ids', 'text', (c) => c.notNull())
      .addColumn('certificate_ids', 'text', (c) => c.notNull())
      .addColumn('months', 'integer')
      .addColumn('results', 'text', (c) => c.notNull())
      .execute();
    await byName('rung');
    await recordColumns(schema.createTable('career'), 'career')
      .addColumn('terms', 'text', (c) => c.notNull())
      .addColumn('aim_rung_id', 'text')
      .addColumn('mentor_id', 'text')
      .execute();
    await schema.createIndex('career_mentor').on('career').columns(['org_id', 'mentor_id']).execute();

    await named('certificate')
      .addColumn('issuer', 'text')
      .addColumn('about', 'text')
      .addColumn('link', 'text')
      .addColumn('mode', 'text', (c) => c.notNull())
      .addColumn('months', 'integer')
      .addColumn('least_months', 'integer')
      .addColumn('base_on', 'text')
      .addColumn('window_months', 'integer', (c) => c.notNull())
      .execute();
    await byName('certificate');
    await recordColumns(schema.createTable('award'), 'award')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('certificate_id', 'text', (c) => c.notNull())
      .addColumn('completed_on', 'text', (c) => c.notNull())
      .addColumn('evidence', 'text', (c) => c.notNull())
      .addColumn('link', 'text')
      .addColumn('activity_id', 'text')
      .addColumn('opportunity_id', 'text')
      .addColumn('note', 'text')
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('signed_by_id', 'text')
      .addColumn('signed_at', 'text')
      .addColumn('reason', 'text')
      .addColumn('expires_on', 'text')
      .addColumn('reminded', 'text')
      .addColumn('verify_code', 'text', (c) => c.unique())
      .execute();
    await schema.createIndex('award_of').on('award').columns(['org_id', 'person_id', 'certificate_id']).execute();
    await schema.createIndex('award_expiry').on('award').columns(['org_id', 'state', 'expires_on']).execute();
    await recordColumns(schema.createTable('goal'), 'goal')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('certificate_id', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('goal_of').on('goal').columns(['org_id', 'person_id', 'certificate_id']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['goal', 'award', 'certificate', 'career', 'rung', 'assessment', 'role_profile', 'skill'])
      await db.schema.dropTable(table).execute();
  },
};
