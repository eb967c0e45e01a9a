import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a lead became beside its account. */
export const conversion: Migration = {
  async up(db: Kysely<never>) {
    for (const column of ['contact_id', 'opportunity_id'])
      await db.schema.alterTable('lead').addColumn(column, 'text').execute();
  },
  async down(db: Kysely<never>) {
    for (const column of ['contact_id', 'opportunity_id'])
      await db.schema.alterTable('lead').dropColumn(column).execute();
  },
};
