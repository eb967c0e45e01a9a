import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Pace and figures of a team read the days of a few people: without this they walk through everybody's. */
export const factsOfPeople: Migration = {
  async up(db: Kysely<never>) {
    await db.schema
      .createIndex('fact_day_person')
      .on('fact_day')
      .columns(['org_id', 'measure', 'person_id', 'day'])
      .execute();
  },
  async down(db: Kysely<never>) {
    await db.schema.dropIndex('fact_day_person').execute();
  },
};
