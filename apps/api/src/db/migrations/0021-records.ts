import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { uuidv7 } from '../../ids.ts';
import type { Schema } from '../schema.ts';

const rowsAtOnce = 500;
/** The kinds of which two may be merged into one. */
const merged = ['account', 'contact', 'lead'] as const;

/**
 * Where accounts stand, with its history; what was merged into what. Accounts that have bought are customers since their first
 * sale that stands.
 */
export const records: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema
      .alterTable('account')
      .addColumn('status', 'text', (c) => c.notNull().defaultTo('potential'))
      .execute();
    await schema.createIndex('account_status').on('account').columns(['org_id', 'status', 'name_key']).execute();
    for (const kind of merged) await schema.alterTable(kind).addColumn('merged_into_id', 'text').execute();

    await schema
      .createTable('status_entry')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('account_id', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('entered_on', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('cause', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .addColumn('person_id', 'text')
      .addPrimaryKeyConstraint('status_entry_pk', ['org_id', 'id'])
      .execute();
    await schema
      .createIndex('status_entry_account')
      .on('status_entry')
      .columns(['org_id', 'account_id', 'at'])
      .execute();

    await schema
      .createTable('merge')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('survivor_id', 'text', (c) => c.notNull())
      .addColumn('merged_id', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('undone_at', 'text')
      .addColumn('moved', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('merge_pk', ['org_id', 'id'])
      .execute();
    await schema.createIndex('merge_survivor').on('merge').columns(['org_id', 'kind', 'survivor_id']).execute();
    await customersOf(db as unknown as Kysely<Schema>);
  },
  async down(db: Kysely<never>) {
    const { schema } = db;
    for (const table of ['merge', 'status_entry']) await schema.dropTable(table).execute();
    for (const kind of merged) await schema.alterTable(kind).dropColumn('merged_into_id').execute();
    await schema.dropIndex('account_status').execute();
    await schema.alterTable('account').dropColumn('status').execute();
  },
};

async function customersOf(db: Kysely<Schema>): Promise<void> {
  const firsts = await db
    .selectFrom('sale')
    .select(['org_id', 'account_id', (eb) => eb.fn.min('day').as('day'), (eb) => eb.fn.min('created_at').as('at')])
    .where('archived_at', 'is', null)
    .where('account_id', 'is not', null)
    .groupBy(['org_id', 'account_id'])
    .execute();
  for (let from = 0; from < firsts.length; from += rowsAtOnce) {
    const some = firsts.slice(from, from + rowsAtOnce);
    await db
      .insertInto('status_entry')
      .values(
        some.map(({ org_id, account_id, day, at }) => ({
          org_id,
          id: uuidv7(),
          account_id: account_id ?? '',
          status: 'customer' as const,
          entered_on: String(day),
          at: String(at),
          cause: 'sale' as const,
          reason: null,
          person_id: null,
        })),
      )
      .execute();
    for (const [orgId, within] of Map.groupBy(some, (one) => one.org_id))
      await db
        .updateTable('account')
        .set({ status: 'customer' })
        .where('org_id', '=', orgId)
        .where(
          'id',
          'in',
          within.map(({ account_id }) => account_id ?? ''),
        )
        .execute();
  }
}
