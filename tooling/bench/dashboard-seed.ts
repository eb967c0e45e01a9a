import { operatorOf } from '@milepost/api/auth/session';
import { retallyInvoices } from '@milepost/api/db/receivable-tally-store';
import type { Work } from '@milepost/api/db/work';
import { organisations } from '@milepost/api/features/organisation/store';
import { customerTally } from '@milepost/api/features/overview/customer-tally-store';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { accountRow, type Plenty } from './bulk-rows.ts';
import { type App, openBenchHouseAt, seedPeopleAt, today } from './seed-organisation.ts';

type Db = Awaited<ReturnType<typeof openBenchHouseAt>>['deps']['db'];
const rowsAtOnce = 5_000;
const days = 3 * 365;
const salesPerAccount = 10;
const salesPerInvoice = 20;
const deals = 2_000;
const segments = ['Chemistry', 'Energy', 'Food', 'Health', 'Machines', 'Paper', 'Transport', 'Water'];

/** A number that looks drawn and is the same in every run. */
function drawn(place: number, kind: number): number {
  let mixed = Math.imul(place ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
const dayOf = (place: number, kind: number) => toIso(toDay(today) - (drawn(place, kind) % days));

const filled = ['account', 'credit', 'activity', 'invoice', 'receipt'];

/** The indexes of the tables that get many rows: they are made anew when all rows are there, which is much sooner done. */
async function indexesOf({ db, dialect }: Work): Promise<{ name: string; definition: string }[]> {
  const tables = filled.map((table) => `'${table}'`).join(', ');
  const told =
    dialect.kind === 'postgres'
      ? `select indexname as name, indexdef as definition from pg_indexes where tablename in (${tables})
         and schemaname = current_schema() and indexname not in (select conname from pg_constraint)`
      : `select name, sql as definition from sqlite_master where type = 'index' and sql is not null and tbl_name in (${tables})`;
  const { rows } = await say(db, told);
  return rows as { name: string; definition: string }[];
}

/** Some thousand rows with each statement, as one JSON text. */
async function insert(
  { db, dialect }: Work,
  table: string,
  count: number,
  row: (place: number) => object,
): Promise<void> {
  for (let from = 0; from < count; from += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - from) }, (_, at) => row(from + at));
    const columns = Object.keys(rows[0] ?? {});
    const values = columns.map((column) => `value ->> '$.${column}'`).join(', ');
    const told =
      dialect.kind === 'postgres'
        ? `select ${columns} from json_populate_recordset(null::${table}, $1::json)`
        : `select ${values} from json_each(?)`;
    await say(db, `insert into ${table} (${columns}) ${told}`, [JSON.stringify(rows)]);
  }
}

/**
 * Accounts, credits, activities, deals and invoices straight into the tables, and what the house keeps beside them: the daily facts and
 * the tally by the sums that its migration fills them with, customers and receivables by the house's own reckoning.
 */
export async function seedDashboards(databaseUrl: string, records: number) {
  const house = await openBenchHouseAt(databaseUrl);
  const { cookie, reps, products } = await seedPeopleAt(house.app as App);
  const { db, newId } = house.deps;
  const [organisation] = await organisations.all(db);
  if (!organisation) throw new Error('The set-up left no organisation.');
  const operator = operatorOf(organisation.view);
  const org_id = operator.orgId;
  const at = `${today}T08:00:00.000Z`;
  const record = () => ({ org_id, id: newId(), version: 1, created_at: at, updated_at: at, archived_at: null });
  const accounts = Math.max(100, Math.round(records / salesPerAccount));
  const repOf = (place: number) => reps[drawn(place, 1) % reps.length] as (typeof reps)[number];
  const ids: string[] = [];
  // A transaction for each step: what SQLite writes in one it keeps beside the file until its end, and reads it from there.
  const step = <T>(deed: (work: Work) => Promise<T>): Promise<T> => house.deps.transact(operator, deed);
  const indexes = await step(indexesOf);
  await step(async (work) => {
    for (const { name } of indexes) await say(work.db, `drop index "${name}"`);
    const plenty: Plenty = { work, today, accounts, salesOfEach: 0, reps, products };
    await insert(work, 'account', accounts, (place) => {
      const row = accountRow(plenty, place);
      ids.push(row.id);
      return row;
    });
    const accountOf = (place: number) => ids[drawn(place, 2) % ids.length] as string;
    await insert(work, 'credit', records, (place) => {
      const account = accountOf(place);
      const rep = repOf(place);
      const product = products[drawn(place, 3) % products.length] as (typeof products)[number];
      return {
        ...{ org_id, id: newId(), sale_id: newId(), person_id: rep.id, team_id: rep.teamId, day: dayOf(place, 4) },
        ...{ kind: 'sale', share_bp: 10_000, sale_count: 1, quantity: 1, revenue_minor: product.price },
        ...{ cost_minor: Math.round(product.price * 0.7), currency: 'EUR', account_id: account, created_at: at },
        ...{ product_id: product.id, line: product.line, segment: segments[drawn(place, 5) % segments.length] },
      };
    });
    await insert(work, 'activity', records, (place) => ({
      ...record(),
      ...{ kind: ['visit', 'call', 'email', 'meeting', 'note'][place % 5], person_id: repOf(place).id },
      ...{ account_id: accountOf(place), on_day: dayOf(place, 6), is_done: 1, subject: `Contact ${place}` },
    }));
    const [stage] = await work.db.selectFrom('stage').select('id').where('category', '=', 'open').execute();
    await insert(work, 'opportunity', deals, (place) => ({
      ...record(),
      ...{ name: `Deal ${place}`, name_key: `deal ${place}`, stage_id: stage?.id, owner_id: repOf(place).id },
      ...{ amount_minor: 1_000_00 + place, currency: 'EUR', expected_close_on: toIso(toDay(today) + (place % 90)) },
    }));
    await insert(work, 'invoice', Math.round(records / salesPerInvoice), (place) => {
      const issued = toIso(toDay(today) - (place % days));
      return {
        ...record(),
        ...{ number: `I-${place}`, number_key: `i-${place}`, account_id: accountOf(place), owner_id: repOf(place).id },
        ...{ issued_on: issued, due_on: toIso(toDay(issued) + 30), amount_minor: 500_00 + place, currency: 'EUR' },
        ...{ is_disputed: 0, is_due_by_terms: 0 },
      };
    });
    // What was issued long enough ago was paid after a month or two.
    await say(
      work.db,
      `insert into receipt (org_id, id, version, created_at, updated_at, owner_id, invoice_id, account_id, kind, day, amount_minor)
       select org_id, 'r-' || id, 1, created_at, updated_at, owner_id, id, account_id, 'receipt', due_on, amount_minor
       from invoice where issued_on < '${toIso(toDay(today) - 45)}'`,
    );
  });
  await step(({ db }) => fillSums(db));
  for (const { definition } of indexes) await step((work) => say(work.db, definition));
  await step(customerTally.followAll);
  await step(retallyInvoices);
  await say(db, 'analyze');
  await house.close();
  return { cookie, orgId: org_id };
}

/** Says a statement of our own to either database. */
function say(db: Db, text: string, parameters: readonly unknown[] = []) {
  return db.executeQuery({ sql: text, parameters, query: { kind: 'RawNode' }, queryId: { queryId: text } } as never);
}

/** The sums of what was written, as the house would have kept them row by row: days from the rows, months from the days. */
async function fillSums(db: Db): Promise<void> {
  const keys = 'org_id, day, person_id, line, segment, currency';
  await say(
    db,
    `insert into fact_day (${keys}, measure, value)
     select ${keys}, 'revenue', sum(revenue_minor) from credit group by ${keys}`,
  );
  const tally = 'insert into tally (org_id, grain, measure, period, person_id, value)';
  await say(
    db,
    `${tally} select org_id, 'day', measure, day, person_id,
       case measure when 'cost' then cost when 'sales' then sales else revenue end
     from (select org_id, day, person_id, sum(revenue_minor) as revenue, sum(cost_minor) as cost, sum(sale_count) as sales
       from credit group by org_id, day, person_id) as days
     cross join (select 'revenue' as measure union all select 'costed_revenue' union all select 'cost' union all select 'sales') as measures`,
  );
  await say(
    db,
    `${tally} select org_id, 'day', 'contacts', on_day, person_id, count(*) from activity
     where kind <> 'note' group by org_id, on_day, person_id`,
  );
  await say(
    db,
    `${tally} select org_id, 'month', measure, substr(period, 1, 7), person_id, sum(value) from tally
     where grain = 'day' group by org_id, measure, substr(period, 1, 7), person_id`,
  );
}

/** What is shown at least: revenue of each of the days, from the daily facts. */
export const bareDayFacts = async (db: Db, orgId: string, shown: number): Promise<void> =>
  void (await say(
    db,
    `select day, sum(value) from fact_day where org_id = '${orgId}' and measure = 'revenue'
     and day >= '${toIso(toDay(today) - shown + 1)}' and day <= '${today}' and currency = 'EUR' group by day`,
  ));
