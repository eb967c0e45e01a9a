import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Departments beyond sales with their people, issues with their steps, and the hours in which work is done. */
export const issues: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    await schema.alterTable('person').addColumn('department_id', 'text').execute();
    for (const [column, time] of [
      ['work_start', '09:00'],
      ['work_end', '17:00'],
    ] as const)
      await schema
        .alterTable('organisation')
        .addColumn(column, 'text', (c) => c.notNull().defaultTo(time))
        .execute();
    await recordColumns(schema.createTable('department'), 'department')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('head_id', 'text')
      .addColumn('urgent_hours', 'integer', (c) => c.notNull())
      .addColumn('important_hours', 'integer', (c) => c.notNull())
      .addColumn('routine_hours', 'integer', (c) => c.notNull())
      .execute();
    await recordColumns(schema.createTable('issue'), 'issue')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('details', 'text')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('severity', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('raised_by_id', 'text', (c) => c.notNull())
      .addColumn('department_id', 'text', (c) => c.notNull())
      .addColumn('owner_id', 'text')
      .addColumn('runs_from', 'text', (c) => c.notNull())
      .addColumn('due_at', 'text', (c) => c.notNull())
      .addColumn('level', 'integer', (c) => c.notNull())
      .addColumn('account_id', 'text')
      .addColumn('opportunity_id', 'text')
      .addColumn('invoice_id', 'text')
      .addColumn('customer_owner_id', 'text')
      .addColumn('customer_backup_id', 'text')
      .addColumn('resolution', 'text')
      .addColumn('lesson', 'text')
      .addColumn('resolved_at', 'text')
      .execute();
    await schema.createIndex('issue_state').on('issue').columns(['org_id', 'state', 'due_at']).execute();
    await schema.createIndex('issue_account').on('issue').columns(['org_id', 'account_id']).execute();
    await schema.createIndex('issue_department').on('issue').columns(['org_id', 'department_id', 'state']).execute();
    await schema.createIndex('issue_owner').on('issue').columns(['org_id', 'owner_id', 'state']).execute();
    await schema.createIndex('issue_raised').on('issue').columns(['org_id', 'raised_by_id', 'state']).execute();
    await schema
      .createTable('issue_step')
      .addColumn('org_id', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('issue_id', 'text', (c) => c.notNull())
      .addColumn('at', 'text', (c) => c.notNull())
      .addColumn('deed', 'text', (c) => c.notNull())
      .addColumn('person_id', 'text')
      .addColumn('text', 'text')
      .addColumn('department_id', 'text')
      .addColumn('level', 'integer')
      .addPrimaryKeyConstraint('issue_step_pk', ['org_id', 'id'] as never[])
      .execute();
    await schema.createIndex('issue_step_issue').on('issue_step').columns(['org_id', 'issue_id', 'at']).execute();
  },
  async down(db: Kysely<never>) {
    for (const table of ['issue_step', 'issue', 'department']) await db.schema.dropTable(table).execute();
    for (const column of ['work_start', 'work_end'])
      await db.schema.alterTable('organisation').dropColumn(column).execute();
    await db.schema.alterTable('person').dropColumn('department_id').execute();
  },
};
