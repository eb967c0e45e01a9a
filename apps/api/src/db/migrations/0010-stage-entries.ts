import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Schema } from '../schema.ts';
import { stageEntriesOf } from '../stage-entries.ts';

const changesAtOnce = 500;

/**
 * Entries into stages as rows, back-filled from the change record (by the day of the instant in UTC), and the minutes that one
 * opportunity takes in a stage.
 */
export const stageEntries: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createTable('stage_entry')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('opportunity_id', 'text', (c) => c.notNull())
      .addColumn('stage_id', 'text', (c) => c.notNull())
      .addColumn('entered_on', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('stage_entry_pk', ['org_id', 'id'] as never[])
      .execute();
    await db.schema
      .createIndex('stage_entry_opportunity')
      .on('stage_entry')
      .columns(['org_id', 'opportunity_id', 'at'])
      .execute();
    await db.schema.alterTable('stage').addColumn('minutes_each', 'integer').execute();
    const house = db as unknown as Kysely<Schema>;
    for (let last = ''; ; ) {
      const changes = await house
        .selectFrom('change')
        .select(['org_id', 'id', 'at', 'subject', 'record_id', 'after'])
        .where('subject', '=', 'opportunity')
        .where('id', '>', last)
        .orderBy('id')
        .limit(changesAtOnce)
        .execute();
      const entries = stageEntriesOf(changes, (at) => at.slice(0, 10));
      if (entries.length > 0) await house.insertInto('stage_entry').values(entries).execute();
      last = changes.at(-1)?.id ?? '';
      if (changes.length < changesAtOnce) return;
    }
  },
  async down(db: Kysely<never>) {
    await db.schema.alterTable('stage').dropColumn('minutes_each').execute();
    await db.schema.dropTable('stage_entry').execute();
  },
};
