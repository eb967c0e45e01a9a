import type { Dimension, FigureQuery } from '@milepost/contract/figures';
import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../auth/actor.ts';
import { orZero } from '../../db/columns.ts';
import type { Db } from '../../db/open.ts';
import { visibleTo } from '../../db/visible-to.ts';

type Loose = Record<string, Record<string, unknown>>;

/**
 * What can be summed. `costed_revenue` is the revenue of credits whose cost is known; the parts `org_…` are those of credits
 * in other currencies, in the organisation's at their frozen rates.
 */
export const parts = [
  'revenue',
  'costed_revenue',
  'cost',
  'quantity',
  'sales',
  'org_revenue',
  'org_costed_revenue',
  'org_cost',
] as const;
export type Part = (typeof parts)[number];
export type Sums = Record<Part, number>;

/** What credits can be divided by: they belong to no event. */
export type CreditDimension = Exclude<Dimension, 'event'>;

/** Which lines of the books are meant; `groups` narrows to values of the dimension, null for "none". */
export type Selection = Pick<FigureQuery, 'from' | 'to' | 'currency'> & {
  by?: CreditDimension | undefined;
  groups?: readonly (string | null)[] | undefined;
};

/** Sums of one value of the dimension in one currency; `group` is null where there is none. */
export type GroupSums = Sums & { group: string | null; currency: string };

/** Sums of one day or month, within one value of the dimension. */
export type PeriodSums = Sums & { group: string | null; period: string };

/** One line of the books, as a derivation shows it. */
export type CreditLine = {
  id: string;
  day: string;
  group: string | null;
  accountId: string | null;
  productId: string | null;
  line: string | null;
  segment: string | null;
  region: string | null;
  revenue: number;
  cost: number | null;
  quantity: number | null;
  sales: number;
  currency: string;
  rate: string | null;
  /** Revenue and cost in the organisation's currency; null where the rate is missing, and in that currency itself. */
  orgRevenue: number | null;
  orgCost: number | null;
};

/** The stored value of each dimension, in `f`. Quarters are gathered from their months. */
const stored: Readonly<Record<CreditDimension, string>> = {
  rep: 'f.person_id',
  manager: 'm.manager_id',
  team: 'f.team_id',
  region: 'f.region',
  product: 'f.product_id',
  line: 'f.line',
  segment: 'f.segment',
  account: 'f.account_id',
  month: 'substr(f.day, 1, 7)',
  quarter: 'substr(f.day, 1, 7)',
  'fiscal-quarter': 'substr(f.day, 1, 7)',
};

/** Dimensions that the daily facts carry; the others are read from the credits. */
const daily: ReadonlySet<CreditDimension | undefined> = new Set<CreditDimension | undefined>([
  undefined,
  'rep',
  'line',
  'segment',
  'month',
  'quarter',
  'fiscal-quarter',
]);

const groupOf = (by: CreditDimension | undefined): RawBuilder<string | null> =>
  by === undefined ? sql<null>`null` : sql.raw(`nullif(${stored[by]}, '')`);

/** Credits or daily facts between two days, of the people in sight. What is nobody's is seen by managers. */
function linesOf(db: Db, actor: Actor, table: 'credit' | 'fact_day', { from, to, currency, by, groups }: Selection) {
  const seen = (eb: ExpressionBuilder<Loose, string>) => {
    const own = visibleTo(actor, ['f.person_id'])(eb);
    return table === 'fact_day' && actor.role === 'manager' ? eb.or([own, eb('f.person_id', '=', '')]) : own;
  };
  let lines = (db as unknown as Kysely<Loose>)
    .selectFrom(`${table} as f`)
    .where('f.org_id', '=', actor.orgId)
    .where('f.day', '>=', from)
    .where('f.day', '<=', to)
    .where(seen as never);
  if (currency !== undefined) lines = lines.where('f.currency', '=', currency);
  if (by === 'manager')
    lines = lines.leftJoin('team as m', (join) =>
      join.onRef('m.org_id', '=', 'f.org_id').onRef('m.id', '=', 'f.team_id'),
    ) as unknown as typeof lines;
  if (groups === undefined) return lines;
  const named = groups.filter((value) => value !== null);
  return lines.where((eb) =>
    eb.or([
      ...(named.length > 0 ? [eb(groupOf(by), 'in', named)] : []),
      ...(named.length < groups.length ? [eb(groupOf(by), 'is', null)] : []),
    ]),
  );
}

const sumOfCredits: Readonly<Record<Part, RawBuilder<number>>> = {
  revenue: sql`sum(f.revenue_minor)`,
  costed_revenue: sql`sum(case when f.cost_minor is null then 0 else f.revenue_minor end)`,
  cost: sql`sum(f.cost_minor)`,
  quantity: sql`sum(f.quantity)`,
  sales: sql`sum(f.sale_count)`,
  org_revenue: sql`sum(f.org_minor)`,
  org_costed_revenue: sql`sum(case when f.cost_minor is null then null else f.org_minor end)`,
  org_cost: sql`sum(f.org_cost_minor)`,
};
/** Money as the figure has it: of other currencies in the organisation's, unless one currency alone was asked for. */
function sumAtHome(part: Part, { currency }: Selection, home: string): RawBuilder<number> {
  if (currency !== undefined) return sumOfCredits[part];
  const revenue = sql`case when f.currency = ${home} then f.revenue_minor else f.org_minor end`;
  if (part === 'revenue') return sql`sum(${revenue})`;
  if (part === 'costed_revenue') return sql`sum(case when f.cost_minor is null then 0 else ${revenue} end)`;
  if (part === 'cost') return sql`sum(case when f.currency = ${home} then f.cost_minor else f.org_cost_minor end)`;
  return sumOfCredits[part];
}
const sumOfFacts = (part: Part): RawBuilder<number> => sql`sum(case when f.measure = ${part} then f.value end)`;

const decoded = (row: Record<string, unknown>): Sums =>
  Object.fromEntries(parts.map((part) => [part, orZero(row[part] as number | null)])) as Sums;
const groupIn = (row: Record<string, unknown>): string | null => (row['group'] as string | null) ?? null;

/**
 * Sums by a dimension and currency. Read from the daily facts where they carry the dimension, so that a month of a
 * million credits is some days of facts; `wanted` are the parts that are asked for, the others are 0.
 */
export async function sumsBy(
  db: Db,
  actor: Actor,
  selection: Selection,
  wanted: readonly Part[],
): Promise<GroupSums[]> {
  const isDaily = daily.has(selection.by);
  const group = groupOf(selection.by);
  let lines = linesOf(db, actor, isDaily ? 'fact_day' : 'credit', selection);
  if (isDaily) lines = lines.where('f.measure', 'in', [...wanted]);
  const rows = await lines
    .select([group.as('group'), 'f.currency as currency'])
    .select(wanted.map((part) => (isDaily ? sumOfFacts(part) : sumOfCredits[part]).as(part)))
    .groupBy('f.currency')
    .$if(selection.by !== undefined, (query) => query.groupBy(group))
    .execute();
  return rows.map((row) => ({ ...decoded(row), group: groupIn(row), currency: String(row['currency']) }));
}

/** How many credits are meant, and of how many sales nobody knows the quantity. */
export async function countCredits(db: Db, actor: Actor, selection: Selection) {
  const row = await linesOf(db, actor, 'credit', selection)
    .select((eb) => [
      eb.fn.countAll<number>().as('n'),
      sql<number>`sum(case when f.quantity is null then f.sale_count else 0 end)`.as('unquantified'),
      sql<number>`sum(case when f.cost_minor is null then 1 else 0 end)`.as('uncosted'),
    ])
    .executeTakeFirstOrThrow();
  return { count: orZero(row.n), unquantified: orZero(row.unquantified), uncosted: orZero(row.uncosted) };
}

/** The credits themselves, by day. */
export async function creditLines(db: Db, actor: Actor, selection: Selection): Promise<CreditLine[]> {
  const rows = await linesOf(db, actor, 'credit', selection)
    .select(['f.id as id', 'f.day as day', groupOf(selection.by).as('group')])
    .select(['f.account_id as accountId', 'f.product_id as productId'])
    .select(['f.line as line', 'f.segment as segment', 'f.region as region'])
    .select(['f.revenue_minor as revenue', 'f.cost_minor as cost', 'f.quantity as quantity', 'f.sale_count as sales'])
    .select(['f.currency as currency', 'f.rate as rate', 'f.org_minor as orgRevenue', 'f.org_cost_minor as orgCost'])
    .orderBy('f.day')
    .orderBy('f.id')
    .execute();
  return rows as unknown as CreditLine[];
}

/** A rate that credits wait for. */
export type MissingRate = { currency: string; day: string };

/**
 * The rates without which these credits cannot be summed. What was taken back waits for the rate of the day on which it was
 * sold; a sale and its reversal that cancel each other wait for nothing.
 */
export async function missingRates(db: Db, actor: Actor, selection: Selection): Promise<MissingRate[]> {
  const group = groupOf(selection.by);
  const day: RawBuilder<string> = sql`coalesce(o.day, f.day)`;
  const rows = await linesOf(db, actor, 'credit', selection)
    .leftJoin('credit as o', (join) => join.onRef('o.org_id', '=', 'f.org_id').onRef('o.id', '=', 'f.reverses_id'))
    .where('f.currency', '!=', actor.organisation.currency)
    .where('f.rate', 'is', null)
    .select(['f.currency as currency', day.as('day')])
    .groupBy(['f.currency', day])
    .$if(selection.by !== undefined, (query) => query.groupBy(group))
    .having((eb) =>
      eb.or([eb(sql<number>`sum(f.revenue_minor)`, '!=', 0), eb(sql<number>`coalesce(sum(f.cost_minor), 0)`, '!=', 0)]),
    )
    .execute();
  const found = new Map(
    rows.map(({ currency, day: on }) => [`${currency} ${on}`, { currency: String(currency), day: String(on) }]),
  );
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate);
}

/** The credits summed by day, or by month, where there are too many to show each. */
export async function periodSums(
  db: Db,
  actor: Actor,
  selection: Selection,
  each: 'day' | 'month',
): Promise<PeriodSums[]> {
  const period: RawBuilder<string> = each === 'day' ? sql.raw('f.day') : sql.raw('substr(f.day, 1, 7)');
  const group = groupOf(selection.by);
  const rows = await linesOf(db, actor, 'credit', selection)
    .select([period.as('period'), group.as('group')])
    .select(parts.map((part) => sumAtHome(part, selection, actor.organisation.currency).as(part)))
    .groupBy(period)
    .$if(selection.by !== undefined, (query) => query.groupBy(group))
    .orderBy('period')
    .execute();
  return rows.map((row) => ({ ...decoded(row), group: groupIn(row), period: String(row['period']) }));
}
