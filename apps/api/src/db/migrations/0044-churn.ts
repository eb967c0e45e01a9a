import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { recordColumns } from './columns-of-a-record.ts';

/** Warnings that customers may leave, what is done about them, contracts to be renewed; risks, their responses and drills. */
export const churn: Migration = {
  async up(db: Kysely<never>) {
    const { schema } = db;
    const ofAccount = <T extends string>(table: T) =>
      recordColumns(schema.createTable(table), table)
        .addColumn('owner_id', 'text')
        .addColumn('backup_id', 'text')
        .addColumn('account_id', 'text', (c) => c.notNull());
    const index = (table: string, name: string, ...columns: string[]) =>
      schema
        .createIndex(`${table}_${name}`)
        .on(table)
        .columns(['org_id', ...columns])
        .execute();

    await recordColumns(schema.createTable('churn_settings'), 'churn_settings')
      .addColumn('settings', 'text', (c) => c.notNull())
      .execute();
    await recordColumns(schema.createTable('churn_model'), 'churn_model')
      .addColumn('fitted_on', 'text', (c) => c.notNull())
      .addColumn('customers', 'integer', (c) => c.notNull())
      .addColumn('rhythm', 'text')
      .addColumn('degenerate', 'text')
      .execute();
    await index('churn_model', 'day', 'fitted_on');
    await ofAccount('churn_alert')
      .addColumn('opened_on', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('closed_on', 'text')
      .addColumn('ending', 'text')
      .addColumn('signs', 'text', (c) => c.notNull())
      .addColumn('facts', 'text', (c) => c.notNull())
      .addColumn('score', 'integer')
      .execute();
    await index('churn_alert', 'status', 'status', 'account_id');
    await index('churn_alert', 'account', 'account_id', 'opened_on');
    await ofAccount('churn_override')
      .addColumn('verdict', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('until_day', 'text', (c) => c.notNull())
      .addColumn('by_id', 'text')
      .execute();
    await index('churn_override', 'account', 'account_id', 'until_day');
    await ofAccount('renewal')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('ends_on', 'text', (c) => c.notNull())
      .addColumn('nth', 'integer', (c) => c.notNull())
      .addColumn('outcome', 'text', (c) => c.notNull())
      .addColumn('amount_minor', 'bigint')
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('decided_on', 'text')
      .execute();
    await index('renewal', 'account', 'account_id', 'ends_on');
    await index('renewal', 'outcome', 'outcome', 'ends_on');
    await recordColumns(schema.createTable('win_back_template'), 'win_back_template')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('offer', 'text', (c) => c.notNull())
      .addColumn('cost_minor', 'bigint', (c) => c.notNull())
      .addColumn('steps', 'text', (c) => c.notNull())
      .execute();
    await ofAccount('win_back')
      .addColumn('alert_id', 'text', (c) => c.notNull())
      .addColumn('answerable_id', 'text', (c) => c.notNull())
      .addColumn('template_id', 'text')
      .addColumn('offer', 'text', (c) => c.notNull())
      .addColumn('cost_minor', 'bigint', (c) => c.notNull())
      .addColumn('currency', 'text', (c) => c.notNull())
      .addColumn('begun_on', 'text', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('note', 'text')
      .addColumn('closed_on', 'text')
      .addColumn('step_ids', 'text', (c) => c.notNull())
      .execute();
    await index('win_back', 'alert', 'alert_id');
    await index('win_back', 'account', 'account_id', 'begun_on');

    await recordColumns(schema.createTable('risk'), 'risk')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('name_key', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('owner_id', 'text')
      .addColumn('likelihood', 'integer', (c) => c.notNull())
      .addColumn('impact', 'integer', (c) => c.notNull())
      .addColumn('trigger', 'text')
      .addColumn('steps', 'text', (c) => c.notNull())
      .addColumn('status', 'text', (c) => c.notNull())
      .addColumn('fired_on', 'text')
      .addColumn('fired_value', 'double precision')
      .addColumn('step_ids', 'text', (c) => c.notNull())
      .addColumn('lesson', 'text')
      .execute();
    await index('risk', 'status', 'status');
    await recordColumns(schema.createTable('risk_drill'), 'risk_drill')
      .addColumn('risk_id', 'text', (c) => c.notNull())
      .addColumn('owner_id', 'text')
      .addColumn('by_id', 'text')
      .addColumn('on_day', 'text', (c) => c.notNull())
      .addColumn('result', 'text', (c) => c.notNull())
      .addColumn('note', 'text', (c) => c.notNull())
      .execute();
    await index('risk_drill', 'of', 'risk_id', 'on_day');
  },
  async down(db: Kysely<never>) {
    for (const table of [
      ...['risk_drill', 'risk', 'win_back', 'win_back_template', 'renewal'],
      ...['churn_override', 'churn_alert', 'churn_model', 'churn_settings'],
    ])
      await db.schema.dropTable(table).execute();
  },
};
