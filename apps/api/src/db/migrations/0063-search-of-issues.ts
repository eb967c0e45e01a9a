import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Entries of the search name a fourth person who sees a record, and a department. Issues that are there already are entered by `migrate`. */
export const searchOfIssues: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.alterTable('search_entry').addColumn('fourth_id', 'text').execute();
    await db.schema.alterTable('search_entry').addColumn('department_id', 'text').execute();
    // Members of departments read theirs whole: what has none is not in this index.
    await sql`create index search_entry_department on search_entry (org_id, department_id)
      where department_id is not null`.execute(db);
  },
  async down(db: Kysely<never>) {
    await db.schema.dropIndex('search_entry_department').execute();
    await db.schema.alterTable('search_entry').dropColumn('department_id').execute();
    await db.schema.alterTable('search_entry').dropColumn('fourth_id').execute();
  },
};
