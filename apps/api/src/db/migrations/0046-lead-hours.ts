import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** How long a lead is worked on until it is decided; null where nobody has said. */
export const leadHours: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.alterTable('organisation').addColumn('lead_minutes', 'integer').execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.alterTable('organisation').dropColumn('lead_minutes').execute();
  },
};
