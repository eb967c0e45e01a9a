import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A passed quiz as the evidence of an award. */
export const quizEvidence: Migration = {
  async up(db: Kysely<never>) {
    await db.schema.alterTable('award').addColumn('attempt_id', 'text').execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.alterTable('award').dropColumn('attempt_id').execute();
  },
};
