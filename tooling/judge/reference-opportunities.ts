import { join } from 'node:path';
import { quantileOf, revenueDistribution } from '@milepost/core/forecast/revenue-distribution';
import { fitLogistic } from '@milepost/core/scoring/logistic';
import { columnOf, readTable, type Table } from './read-table.ts';
import type { Reproduced } from './reference.ts';

const cellsOf = (table: Table, name: string): string[] => {
  const column = columnOf(table, name);
  return table.rows.map((row) => row[column] ?? '');
};

const leadsLearned = 4620;

/** The maximum likelihood of six features on the oldest leads. What nobody said stands there as nothing or as `Select`. */
export async function leads(folder: string): Promise<Reproduced> {
  const table = await readTable(join(folder, 'leads-xeducation', 'leads_oldest_two_thirds.csv'));
  const numbers = cellsOf(table, 'Lead Number').map(Number);
  const oldest = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0)).slice(0, leadsLearned);
  const is = (column: string, ...words: string[]) =>
    cellsOf(table, column).map((cell) => (words.includes(cell) ? 1 : 0));
  const occupation = 'What is your current occupation';
  const features: Readonly<Record<string, readonly number[]>> = {
    origin_lead_add_form: is('Lead Origin', 'Lead Add Form'),
    source_olark_chat: is('Lead Source', 'Olark Chat'),
    do_not_email: is('Do Not Email', 'Yes'),
    occupation_working_professional: is(occupation, 'Working Professional'),
    occupation_missing: is(occupation, '', 'Select'),
    time_on_site_thousand_s: cellsOf(table, 'Total Time Spent on Website').map((cell) => Number(cell) / 1000),
  };
  const converted = is('Converted', '1');
  const found = fitLogistic(
    oldest.map((at) => Object.values(features).map((values) => values[at] ?? 0)),
    oldest.map((at) => converted[at] ?? 0),
  );
  if (found.status !== 'ok') throw new Error(`The fit of the leads says ${found.status}.`);
  const slopes = Object.keys(features).map((name, at) => [name, found.slopes[at]] as const);
  return { 'leads.mle_small.coef': { intercept: found.intercept, ...Object.fromEntries(slopes) } };
}

const shares = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 };

/** What the open deals of a pipeline bring, each with the price of its product and the win rate of its product. */
export async function opportunities(folder: string): Promise<Reproduced> {
  const pipeline = await readTable(join(folder, 'maven-crm', 'sales_pipeline_asof_2017-09-30.csv'));
  const list = await readTable(join(folder, 'maven-crm', 'products.csv'));
  // One product is written without its blank in the deals.
  const plain = (name: string): string => name.replaceAll(' ', '');
  const stages = cellsOf(pipeline, 'deal_stage');
  const sold = cellsOf(pipeline, 'product').map(plain);
  const prices = cellsOf(list, 'sales_price').map(Number);
  const products = cellsOf(list, 'product').map((name, at) => {
    const count = (stage: string) => stages.filter((one, deal) => one === stage && sold[deal] === plain(name)).length;
    const p = count('Won') / (count('Won') + count('Lost'));
    return { name, n: count('Engaging'), price: prices[at] ?? 0, p };
  });
  const open = products.flatMap(({ n, price, p }) => Array.from({ length: n }, () => ({ amount: price, p })));
  const brought = revenueDistribution(open, { cells: open.reduce((sum, { amount }) => sum + amount, 0) });
  const quantiles = Object.entries(shares).map(([name, share]) => [name, quantileOf(brought, share)] as const);
  return {
    'pipeline.maven_open_2017-09-30': {
      deals: open.length,
      by_product: Object.fromEntries(products.map(({ name, ...rest }) => [name, rest])),
      mean: brought.mean,
      sd: Math.sqrt(brought.variance),
      ...Object.fromEntries(quantiles),
    },
  };
}
