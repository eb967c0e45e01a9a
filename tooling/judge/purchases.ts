import { type Day, toDay } from '@milepost/core/calendar/civil-day';
import { type FittedRhythm, fitRhythm } from '@milepost/core/churn/fit-rhythm';
import { expectedPurchases, type Purchases } from '@milepost/core/churn/rhythm';
import { readOptions, StatedWrongly } from './options.ts';
import { columnOf, readTable, type Table } from './read-table.ts';
import { dayReader, numberReader } from './read-values.ts';

const week = 7;

/**
 * `purchases --transactions FILE --until DAY --horizon DAYS` (`customer,date[,amount]`): on how many days each customer will buy in the days
 * after a day, from what they bought by then. Of the two rhythms with drop-out the likelier is taken; where it says that nobody drops out,
 * that is told and the one without stands for it. What was given back (an amount below 0) is no purchase.
 */
export async function judgePurchases(args: readonly string[]): Promise<unknown> {
  const options = readOptions(args, ['transactions', 'until', 'horizon'], []);
  const horizon = Number(options.horizon);
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new StatedWrongly(`A horizon is a whole number of days above zero; got ${options.horizon}.`);
  if (!/^\d{4}-\d\d-\d\d$/.test(options.until)) throw new StatedWrongly(`${options.until} is no day: YYYY-MM-DD.`);
  const until = toDay(options.until);
  const customers = [...daysByCustomer(await readTable(options.transactions)).values()].flatMap((days) => {
    const before = [...days].filter((day) => day <= until).sort((a, b) => a - b);
    const [first, last] = [before[0], before.at(-1)];
    if (first === undefined || last === undefined) return [];
    const purchases: Purchases = {
      repeats: before.length - 1,
      recency: (last - first) / week,
      age: (until - first) / week,
    };
    return [{ purchases, bought: [...days].filter((day) => day > until && day <= until + horizon).length }];
  });
  const fitted = likelier(customers.map(({ purchases }) => purchases));
  if (fitted.status !== 'ok')
    throw new StatedWrongly(
      `${fitted.customers} customers had bought by ${options.until}; ${fitted.least} are needed.`,
    );
  const off = customers.map(({ purchases, bought }) => ({
    expected: expectedPurchases(fitted.rhythm, purchases, horizon / week),
    bought,
  }));
  const mean = (value: (one: (typeof off)[number]) => number): number =>
    off.reduce((sum, one) => sum + value(one), 0) / off.length;
  return {
    mae: mean(({ expected, bought }) => Math.abs(expected - bought)),
    rmse: Math.sqrt(mean(({ expected, bought }) => (expected - bought) ** 2)),
    total: off.reduce((sum, { expected }) => sum + expected, 0),
    actual: off.reduce((sum, { bought }) => sum + bought, 0),
    degenerate: fitted.degenerate !== null,
    model: fitted.rhythm.kind,
    customers: off.length,
  };
}

/** The fit that makes what customers did likelier; one that is degenerate only where the other is too. */
function likelier(customers: readonly Purchases[]): FittedRhythm {
  const [first, second] = [fitRhythm(customers, 'bgnbd'), fitRhythm(customers, 'mbgnbd')];
  if (first.status !== 'ok' || second.status !== 'ok') return first;
  if ((first.degenerate === null) !== (second.degenerate === null)) return first.degenerate === null ? first : second;
  return second.lnLikelihood > first.lnLikelihood ? second : first;
}

/** The days on which each customer bought, each once. */
function daysByCustomer(table: Table): Map<string, Set<Day>> {
  const [customer, date] = [columnOf(table, 'customer'), columnOf(table, 'date')];
  const amount = table.headers.indexOf('amount');
  const dayOf = dayReader(table.rows.map((row) => row[date] ?? ''));
  const amountOf = numberReader(amount < 0 ? [] : table.rows.map((row) => row[amount] ?? ''));
  const days = new Map<string, Set<Day>>();
  for (const row of table.rows) {
    const [who, day] = [row[customer] ?? '', dayOf(row[date] ?? '')];
    const isGivenBack = amount >= 0 && (amountOf(row[amount] ?? '') ?? 1) < 0;
    if (who === '' || day === null || isGivenBack) continue;
    const own = days.get(who);
    if (own) own.add(day);
    else days.set(who, new Set([day]));
  }
  return days;
}
