import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/**
 * The tally: sums by person of a day and of a month, which screens of many days read instead of records. Sums of credits and contacts are
 * filled from what is there; those of customers are reckoned by the job that checks the tally.
 */
export const overview: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema
      .createTable('tally')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('grain', 'text', (c) => c.notNull())
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('value', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_pk', ['org_id', 'grain', 'measure', 'period', 'person_id'])
      .execute();
    await schema
      .createTable('customer_tally')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('measure', 'text', (c) => c.notNull())
      .addColumn('period', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('value', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('customer_tally_pk', ['org_id', 'account_id', 'measure', 'period', 'person_id'])
      .execute();
    await recordColumns(schema.createTable('overview_subscription'), 'overview_subscription')
      .addColumn('person_id', 'text', (c) => c.notNull())
      .addColumn('weekday', 'integer', (c) => c.notNull())
      .addColumn('is_on', 'integer', (c) => c.notNull())
      .addColumn('sent_on', 'text')
      .execute();
    for (const grain of ['day', 'month'] as const) {
      const ofFacts = grain === 'day' ? sql`day` : sql`substr(day, 1, 7)`;
      await sql`insert into tally (org_id, grain, measure, period, person_id, value)
        select org_id, ${sql.lit(grain)}, measure, ${ofFacts}, person_id, sum(value)
        from fact_day join organisation on organisation.id = fact_day.org_id
        where (measure in ('revenue', 'costed_revenue', 'cost') and fact_day.currency = organisation.currency)
          or measure in ('org_revenue', 'org_costed_revenue', 'org_cost', 'sales')
        group by org_id, measure, ${ofFacts}, person_id`.execute(db);
      const ofContacts = grain === 'day' ? sql`on_day` : sql`substr(on_day, 1, 7)`;
      await sql`insert into tally (org_id, grain, measure, period, person_id, value)
        select org_id, ${sql.lit(grain)}, 'contacts', ${ofContacts}, person_id, count(*)
        from activity where is_done = 1 and archived_at is null and kind in ('visit', 'call', 'email', 'meeting')
        group by org_id, ${ofContacts}, person_id`.execute(db);
    }
  },
  async down(db: Kysely<never>) {
    for (const table of ['overview_subscription', 'customer_tally', 'tally'])
      await db.schema.dropTable(table).execute();
  },
};
