import { type Kysely, sql } from 'kysely';
import { indexAllFields } from './field-index.ts';
import { migrations } from './migrate.ts';
import type { Db } from './open.ts';
import { indexEverything } from './search-index.ts';

type Loose = Record<string, Record<string, unknown>>;

/** Every table with our data, in an order in which references already exist when they are written. */
export const tables = [
  'organisation',
  'team',
  'department',
  'person',
  'invitation',
  'auth_user',
  'auth_account',
  'measure_definition',
  'custom_field',
  'event',
  'account',
  'contact',
  'lead',
  'clip',
  'stage',
  'product',
  'rate',
  'opportunity',
  'stage_entry',
  'activity',
  'activity_participant',
  'calendar_feed',
  'tier_entry',
  'tier_settings',
  'sale',
  'credit',
  'fact_day',
  'invoice',
  'receipt',
  'receivables_definition',
  'target',
  'target_cell',
  'target_segment',
  'target_rate',
  'scorecard',
  'mix_plan',
  'leave',
  'hand_over',
  'leaver',
  'regrouping',
  'territory_lock',
  'milestone',
  'checklist_item',
  'resource',
  'resource_need',
  'budget_line',
  'expense',
  'expense_limit',
  'expense_receipt',
  'target_step',
  'commitment',
  'commitment_cell',
  'import',
  'import_record',
  'alias',
  'action',
  'today_mark',
  'parked_account',
  'talk_track',
  'mentor_profile',
  'mentee_profile',
  'mentorship',
  'mentorship_entry',
  'meeting',
  'meeting_attendee',
  'meeting_action',
  'role_play_scenario',
  'role_play',
  'exercise',
  'forecast_override',
  'forecast_submission',
  'pipeline_snapshot',
  'api_key',
  'webhook',
  'webhook_secret',
  'mailbox',
  'mailbox_state',
  'received_mail',
  'drop_address',
  'erasure',
  'scoring_model',
  'skill',
  'role_profile',
  'assessment',
  'rung',
  'career',
  'certificate',
  'award',
  'goal',
  'course',
  'quiz',
  'course_session',
  'attendance',
  'enrolment',
  'attempt',
  'learning_plan',
  'case_study',
  'edition',
  'edition_content',
  'edition_comment',
  'edition_subscription',
  'pledge',
  'led_project',
  'satisfaction',
  'kpi',
  'issue',
  'issue_step',
  'churn_settings',
  'churn_model',
  'churn_alert',
  'churn_override',
  'renewal',
  'win_back_template',
  'win_back',
  'risk',
  'risk_drill',
  'tally',
  'customer_tally',
  'receivable_tally',
  'invoice_tally',
  'overview_subscription',
  'change',
  'saved_view',
  'status_entry',
  'merge',
  'contact_tie',
  'attachment',
] as const;

/** What a restored database does without, and why. */
export const leftOut = [
  // Whoever restores signs in again.
  'auth_session',
  // What was at work, or had been sent, where the backup was made: restored it would leave a second time.
  'job_run',
  'job_lease',
  'mail',
  'mail_letter',
  // Who looked at a record then.
  'onlooker',
  // Made again from the records.
  'search_entry',
  'field_value',
  'webhook_delivery',
] as const;

const rowsAtOnce = 500;

/** The names of the migrations a database has: a dump is read only where the form is the same. */
export const formOf = (): string => Object.keys(migrations).at(-1) ?? '';

/**
 * Every row of every table, in one snapshot. Sessions are left out: whoever restores signs in again.
 * Booleans and instants of the auth library are given in the form both databases take back.
 */
export async function dumpRows(
  db: Db,
  write: (table: string, row: Record<string, unknown>) => Promise<void>,
): Promise<number> {
  let count = 0;
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const loose = trx as unknown as Kysely<Loose>;
      for (const table of tables) {
        const rows = await loose.selectFrom(table).selectAll().execute();
        for (const row of rows) {
          await write(
            table,
            Object.fromEntries(
              Object.entries(row).map(([column, value]) => [
                column,
                value instanceof Date ? value.toISOString() : value,
              ]),
            ),
          );
          count += 1;
        }
      }
    });
  return count;
}

/** Is there anything in this database yet? */
export const isEmpty = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('organisation').select('id').limit(1).execute()).length === 0;

/** Writes the rows of a dump into an empty database, all or nothing. */
export async function loadRows(
  db: Db,
  kind: 'sqlite' | 'postgres',
  rows: AsyncIterable<{ table: string; row: Record<string, unknown> }>,
): Promise<number> {
  const known = new Set<string>(tables);
  return db.transaction().execute(async (trx) => {
    const loose = trx as unknown as Kysely<Loose>;
    let count = 0;
    let current = '';
    let batch: Record<string, unknown>[] = [];
    const flush = async () => {
      if (batch.length > 0) await loose.insertInto(current).values(batch).execute();
      batch = [];
    };
    for await (const { table, row } of rows) {
      if (!known.has(table)) throw new Error(`The backup holds a table that this version does not know: ${table}.`);
      if (table !== current || batch.length >= rowsAtOnce) {
        await flush();
        current = table;
      }
      batch.push(forDialect(kind, row));
      count += 1;
    }
    await flush();
    await indexEverything(trx);
    await indexAllFields(trx);
    return count;
  });
}

/** The auth library's flags are booleans on PostgreSQL and integers on SQLite. */
function forDialect(kind: 'sqlite' | 'postgres', row: Record<string, unknown>): Record<string, unknown> {
  if (!('emailVerified' in row)) return row;
  const verified = row['emailVerified'] === true || row['emailVerified'] === 1;
  return { ...row, emailVerified: kind === 'sqlite' ? Number(verified) : verified };
}

/** Leaves PostgreSQL and SQLite with fresh statistics after so many rows at once. */
export const analyse = (db: Db): Promise<unknown> => sql`analyze`.execute(db);
