import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

const ofAccount = {
  tier: 'text',
  tier_by_score: 'text',
  tier_beyond: 'integer',
  tier_score_minor: 'bigint',
  tier_reviewed_on: 'text',
  tier_since: 'text',
  held_tier: 'text',
  held_reason: 'text',
  held_until: 'text',
  potential_minor: 'bigint',
  cadence_count: 'integer',
  cadence_per: 'text',
  cadence_since: 'text',
} as const;

/** Tiers of accounts with their history, cadences, appointments with several people, and calendars that others read. */
export const cadence: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const [column, type] of Object.entries(ofAccount))
      await schema
        .alterTable('account')
        .addColumn(column, type as 'text' | 'integer' | 'bigint')
        .execute();
    await schema.createIndex('account_tier').on('account').columns(['org_id', 'tier', 'id']).execute();

    await schema
      .createTable('tier_entry')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('tier', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('score_minor', 'bigint')
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('tier_entry_pk', ['org_id', 'id'])
      .execute();
    await schema.createIndex('tier_entry_account').on('tier_entry').columns(['org_id', 'account_id', 'id']).execute();

    await recordColumns(schema.createTable('tier_settings'), 'tier_settings')
      .addColumn('cuts', 'text', (c) => c.notNull())
      .addColumn('lambda_bp', 'integer', (c) => c.notNull())
      .addColumn('margin_bp', 'integer', (c) => c.notNull())
      .addColumn('reviews', 'integer', (c) => c.notNull())
      .addColumn('review_every', 'text', (c) => c.notNull())
      .addColumn('cadences', 'text', (c) => c.notNull())
      .addColumn('visit_minutes', 'integer', (c) => c.notNull())
      .addColumn('way_minutes', 'integer', (c) => c.notNull())
      .addColumn('judgement', 'text', (c) => c.notNull())
      .execute();

    await schema.createIndex('activity_person_day').on('activity').columns(['org_id', 'person_id', 'on_day']).execute();
    await schema
      .createTable('activity_participant')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('activity_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('activity_participant_pk', ['org_id', 'activity_id', 'person_id'])
      .execute();
    await schema
      .createIndex('activity_participant_person')
      .on('activity_participant')
      .columns(['org_id', 'person_id', 'activity_id'])
      .execute();

    await schema
      .createTable('calendar_feed')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('token_hash', 'text', (c) => c.notNull().unique())
      .addColumn('created_at', 'text', (c) => c.notNull())
      .addColumn('read_at', 'text')
      .addPrimaryKeyConstraint('calendar_feed_pk', ['org_id', 'person_id'])
      .execute();
  },
  async down(db: Kysely<never>) {
    const { schema } = db;
    for (const table of ['calendar_feed', 'activity_participant', 'tier_settings', 'tier_entry'])
      await schema.dropTable(table).execute();
    await schema.dropIndex('activity_person_day').execute();
    await schema.dropIndex('account_tier').execute();
    for (const column of Object.keys(ofAccount)) await schema.alterTable('account').dropColumn(column).execute();
  },
};
