import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Meetings across departments, who takes part, and what they undertake there. */
export const meetings: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('meeting'), 'meeting')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('starts_at', 'text')
      .addColumn('length_minutes', 'integer')
      .addColumn('place', 'text')
      .addColumn('chair_id', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('agenda', 'text', (c) => c.notNull())
      .addColumn('minutes', 'text')
      .execute();
    await schema.createIndex('meeting_day').on('meeting').columns(['org_id', 'on_day']).execute();
    await schema
      .createTable('meeting_attendee')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('meeting_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('meeting_attendee_pk', ['org_id', 'meeting_id', 'person_id'])
      .execute();
    await recordColumns(schema.createTable('meeting_action'), 'meeting_action')
      .addColumn('meeting_id', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('owner_id', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('meeting_action_of').on('meeting_action').columns(['org_id', 'meeting_id']).execute();
    await schema
      .createIndex('meeting_action_owner')
      .on('meeting_action')
      .columns(['org_id', 'owner_id', 'status'])
      .execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['meeting_action', 'meeting_attendee', 'meeting']) await db.schema.dropTable(table).execute();
  },
};
