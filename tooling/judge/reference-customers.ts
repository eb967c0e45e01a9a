import { type Day, toDay } from '@milepost/core/calendar/civil-day';
import { daysUntil } from '@milepost/core/churn/customer-rhythm';
import { repurchaseRate, repurchaseWindows } from '@milepost/core/measures/repurchase';
import { kaplanMeier, survivalAt } from '@milepost/core/survival/kaplan-meier';
import { assignTiers, tiers } from '@milepost/core/tiers/tiers';
import { columnOf, readTable } from './read-table.ts';
import type { Reproduced } from './reference.ts';

const months = [1, 3, 6, 12, 24, 36, 48, 60, 72];

/** How long subscribers of a telephone company stayed, of all and by contract. */
export async function telco(folder: string): Promise<Reproduced> {
  const table = await readTable(`${folder}/telco-churn/telco_two_thirds.csv`);
  const [tenure, contract, churn] = ['tenure', 'Contract', 'Churn'].map((name) => columnOf(table, name)) as [
    number,
    number,
    number,
  ];
  const left = (rows: readonly (readonly string[])[]) => {
    const curve = kaplanMeier(rows.map((row) => ({ time: Number(row[tenure]), isEvent: row[churn] === 'Yes' })));
    return Object.fromEntries(months.map((month) => [String(month), survivalAt(curve, month)]));
  };
  return Object.fromEntries([
    ['telco.km.all', left(table.rows)],
    ...[...Map.groupBy(table.rows, (row) => row[contract])].map(([kind, rows]) => [`telco.km.${kind}`, left(rows)]),
  ]);
}

/** The value below which a share of some numbers lies, between the two nearest of them. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

const windowDays = 90;

/** Customers of a web shop: what they are worth beside others, after how many days they come again, and how many do. */
export async function retail(folder: string): Promise<Reproduced> {
  const table = await readTable(`${folder}/online-retail/invoices_to_2011-08.csv`);
  const [number, customer, date, amount] = ['InvoiceNo', 'CustomerID', 'InvoiceDate', 'amount_gbp'].map((name) =>
    columnOf(table, name),
  ) as [number, number, number, number];
  const purchases = table.rows.flatMap((row) => {
    const [id = '', invoice = '', day = ''] = [row[customer], row[number], row[date]];
    const pence = Math.round(Number(row[amount]) * 100);
    if (id === '' || /^[CA]/.test(invoice) || pence <= 0) return [];
    return [{ customerId: id, day: toDay(day.slice(0, 10)), pence }];
  });
  const byCustomer = [...Map.groupBy(purchases, ({ customerId }) => customerId)];
  const worth = new Map(byCustomer.map(([id, own]) => [id, own.reduce((sum, { pence }) => sum + pence, 0)]));
  const total = [...worth.values()].reduce((sum, value) => sum + value, 0);
  const given = assignTiers(
    [...worth].map(([id, score]) => ({ id, score })),
    { by: 'share', a: 0.8, b: 0.95 },
  );
  const asOf: Day = purchases.reduce((last, { day }) => Math.max(last, day), 0);
  const gaps = byCustomer.flatMap(([, own]) => {
    const days = daysUntil(
      own.map(({ day }) => day),
      asOf,
    );
    return days.slice(1).map((day, at) => day - (days[at] as Day));
  });
  const rule = { windowDays, orders: 2, existing: 'any', immature: 'excluded' } as const;
  const first = purchases.reduce((earliest, { day }) => Math.min(earliest, day), asOf);
  const rate = repurchaseRate(repurchaseWindows(purchases, { first, last: asOf }, rule, asOf), rule);
  return {
    'retail.customer_abc': Object.fromEntries(
      tiers.map((tier) => {
        const own = [...given].filter(([, { byScore }]) => byScore === tier).map(([id]) => worth.get(id) ?? 0);
        const sum = own.reduce((all, value) => all + value, 0);
        const shares = { share_n: own.length / worth.size, share_revenue: sum / total };
        return [tier, { n: own.length, revenue: sum / 100, ...shares }];
      }),
    ),
    'retail.repurchase_gap': {
      n: gaps.length,
      mean: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length,
      median: quantile(gaps, 0.5),
      p90: quantile(gaps, 0.9),
    },
    'retail.repeat_rate_90':
      rate.status === 'ok'
        ? { eligible: rate.counted.trials, repeated: rate.counted.successes, rate: rate.ratio }
        : null,
  };
}
