import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Editions of reports, what they said when they were frozen, what was said about them, and what was undertaken with them. */
export const reports: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await recordColumns(schema.createTable('edition'), 'edition')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('starts_on', 'text', (c) => c.notNull())
      .addColumn('ends_on', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('closes_on', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('achieved', 'text')
      .addColumn('obstacles', 'text')
      .addColumn('outlook', 'text')
      .addColumn('frozen_at', 'text')
      .addColumn('hash', 'text')
      .addColumn('signed_by_id', 'text')
      .addColumn('signed_at', 'text')
      .addColumn('reminded_at', 'text')
      .execute();
    // One of a kind for a person and span: who drafts it twice gets the one that is there.
    await schema
      .createIndex('edition_span')
      .on('edition')
      .columns(['org_id', 'person_id', 'kind', 'starts_on'])
      .unique()
      .execute();
    await schema.createIndex('edition_state').on('edition').columns(['org_id', 'state', 'due_on']).execute();
    await schema
      .createTable('edition_content')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('edition_id', 'text', (c) => c.notNull())
      .addColumn('content', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('edition_content_pk', ['org_id', 'edition_id'] as never[])
      .execute();
    await recordColumns(schema.createTable('edition_comment'), 'edition_comment')
      .addColumn('edition_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text')
      .addColumn('text', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createIndex('edition_comment_edition')
      .on('edition_comment')
      .columns(['org_id', 'edition_id', 'created_at'])
      .execute();
    await recordColumns(schema.createTable('pledge'), 'pledge')
      .addColumn('edition_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('text', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('settled_as', 'text')
      .addColumn('settled_on', 'text')
      .addColumn('reason', 'text')
      .execute();
    await schema.createIndex('pledge_due').on('pledge').columns(['org_id', 'person_id', 'due_on']).execute();
    await schema.createIndex('pledge_edition').on('pledge').columns(['org_id', 'edition_id']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['pledge', 'edition_comment', 'edition_content', 'edition'])
      await db.schema.dropTable(table).execute();
  },
};
