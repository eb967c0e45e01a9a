import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** What an activity tells beside that it happened; what became of a day's tasks; parked accounts; talk tracks. */
export const today: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    for (const column of [
      'lane',
      'deadline_on',
      'starts_at',
      'outcome',
      'need_change',
      'objection',
      'talk_track_id',
      'follows_id',
      'given_by_id',
      'done_on',
    ])
      await schema.alterTable('activity').addColumn(column, 'text').execute();
    await schema.alterTable('activity').addColumn('minutes', 'integer').execute();
    const open = sql<boolean>`is_done = 0 and archived_at is null`;
    // Somebody's tasks with all that their order needs, so that ten thousand of them are read from the index alone.
    await schema
      .createIndex('activity_open')
      .on('activity')
      .columns([
        'org_id',
        'person_id',
        'on_day',
        'id',
        'kind',
        'account_id',
        'opportunity_id',
        'lane',
        'deadline_on',
        'minutes',
      ])
      .where(open)
      .execute();
    // Which accounts have a next step, without looking at what was done.
    await schema.createIndex('activity_next').on('activity').columns(['org_id', 'account_id']).where(open).execute();
    await schema.createIndex('activity_stand_in').on('activity').columns(['org_id', 'backup_id']).where(open).execute();
    const done = sql<boolean>`is_done = 1 and archived_at is null`;
    for (const day of ['done_on', 'on_day'])
      await schema
        .createIndex(`activity_was_${day}`)
        .on('activity')
        .columns(['org_id', 'person_id', day])
        .where(done)
        .execute();
    await schema
      .createIndex('activity_given')
      .on('activity')
      .columns(['org_id', 'given_by_id'])
      .where(sql<boolean>`given_by_id is not null`)
      .execute();

    await recordColumns(schema.createTable('today_mark'), 'today_mark')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('item_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('until_on', 'text')
      .addColumn('task_id', 'text')
      .addColumn('done_on', 'text')
      .execute();
    await schema
      .createIndex('today_mark_of')
      .unique()
      .on('today_mark')
      .columns(['org_id', 'person_id', 'source', 'item_id'])
      .execute();

    await schema
      .createTable('parked_account')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('until_on', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('parked_account_pk', ['org_id', 'account_id'])
      .execute();

    await recordColumns(schema.createTable('talk_track'), 'talk_track')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('objection', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('talk_track_objection').on('talk_track').columns(['org_id', 'objection', 'id']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['talk_track', 'parked_account', 'today_mark']) await db.schema.dropTable(table).execute();
    for (const index of [
      'activity_given',
      'activity_was_on_day',
      'activity_was_done_on',
      'activity_stand_in',
      'activity_next',
      'activity_open',
    ])
      await db.schema.dropIndex(index).execute();
    for (const column of [
      'lane',
      'deadline_on',
      'starts_at',
      'outcome',
      'need_change',
      'objection',
      'talk_track_id',
      'follows_id',
      'given_by_id',
      'done_on',
      'minutes',
    ])
      await db.schema.alterTable('activity').dropColumn(column).execute();
  },
};
