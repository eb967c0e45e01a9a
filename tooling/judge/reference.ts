import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quantileOf, revenueDistribution } from '@milepost/core/forecast/revenue-distribution';
import { fitLogistic } from '@milepost/core/scoring/logistic';
import { readOptions } from './options.ts';
import { columnOf, readTable, type Table } from './read-table.ts';

/** A number of the reference beside ours. */
type Compared = { name: string; expected: number; ours: number; tolerance: number; isMet: boolean };
type Stated = Readonly<Record<string, { value: Record<string, unknown> } | undefined>>;
/** Reproduces an entry of the reference from the files that it was made from. */
type Reproduction = {
  entry: string;
  files: readonly string[];
  run(folder: string, stated: Stated): Promise<Compared[]>;
};

const compare = (name: string, expected: unknown, ours: number, tolerance: number): Compared => ({
  ...{ name, expected: Number(expected), ours, tolerance },
  isMet: Math.abs(ours - Number(expected)) <= tolerance,
});
const cellsOf = (table: Table, name: string): string[] => {
  const column = columnOf(table, name);
  return table.rows.map((row) => row[column] ?? '');
};

const leadsFile = join('leads-xeducation', 'leads_oldest_two_thirds.csv');
const leadsLearned = 4620;

/** The maximum likelihood of six features on the oldest leads. What nobody said stands there as nothing or as `Select`. */
async function leadCoefficients(folder: string, stated: Stated): Promise<Compared[]> {
  const table = await readTable(join(folder, leadsFile));
  const numbers = cellsOf(table, 'Lead Number').map(Number);
  const oldest = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0)).slice(0, leadsLearned);
  const is = (column: string, ...words: string[]) =>
    cellsOf(table, column).map((cell) => (words.includes(cell) ? 1 : 0));
  const occupation = 'What is your current occupation';
  const features: readonly (readonly [string, readonly number[]])[] = [
    ['origin_lead_add_form', is('Lead Origin', 'Lead Add Form')],
    ['source_olark_chat', is('Lead Source', 'Olark Chat')],
    ['do_not_email', is('Do Not Email', 'Yes')],
    ['occupation_working_professional', is(occupation, 'Working Professional')],
    ['occupation_missing', is(occupation, '', 'Select')],
    ['time_on_site_thousand_s', cellsOf(table, 'Total Time Spent on Website').map((cell) => Number(cell) / 1000)],
  ];
  const converted = is('Converted', '1');
  const found = fitLogistic(
    oldest.map((at) => features.map(([, values]) => values[at] ?? 0)),
    oldest.map((at) => converted[at] ?? 0),
  );
  if (found.status !== 'ok') throw new Error(`The fit of the leads says ${found.status}.`);
  const value = stated['leads.mle_small.coef']?.value ?? {};
  return [
    compare('leads.mle_small.coef.intercept', value['intercept'], found.intercept, 0.001),
    ...features.map(([name], at) =>
      compare(`leads.mle_small.coef.${name}`, value[name], found.slopes[at] ?? Number.NaN, 0.001),
    ),
  ];
}

const dealsFile = join('maven-crm', 'sales_pipeline_asof_2017-09-30.csv');
const productsFile = join('maven-crm', 'products.csv');

/** What the open deals of a real pipeline bring, each with the price of its product and the win rate of its product. */
async function openPipeline(folder: string, stated: Stated): Promise<Compared[]> {
  const [deals, list] = [await readTable(join(folder, dealsFile)), await readTable(join(folder, productsFile))];
  // One product is written without its blank in the deals.
  const plain = (name: string): string => name.replaceAll(' ', '');
  const amounts = cellsOf(list, 'sales_price').map(Number);
  const prices = new Map(cellsOf(list, 'product').map((name, at) => [plain(name), amounts[at] ?? 0]));
  const stages = cellsOf(deals, 'deal_stage');
  const products = cellsOf(deals, 'product').map(plain);
  const count = (product: string, stage: string): number =>
    stages.filter((one, at) => one === stage && products[at] === product).length;
  const rates = new Map(
    [...prices.keys()].map((name) => [name, count(name, 'Won') / (count(name, 'Won') + count(name, 'Lost'))]),
  );
  const open = products.filter((_, at) => stages[at] === 'Engaging');
  const total = open.reduce((sum, name) => sum + (prices.get(name) ?? 0), 0);
  const brought = revenueDistribution(
    open.map((name) => ({ amount: prices.get(name) ?? 0, p: rates.get(name) ?? 0 })),
    { cells: total },
  );
  const entry = 'pipeline.maven_open_2017-09-30';
  const value = stated[entry]?.value ?? {};
  const shares = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 };
  return [
    compare(`${entry}.deals`, value['deals'], open.length, 0),
    compare(`${entry}.mean`, value['mean'], brought.mean, 1),
    compare(`${entry}.sd`, value['sd'], Math.sqrt(brought.variance), Number(value['sd']) * 1e-6),
    ...Object.entries(shares).map(([name, share]) =>
      compare(`${entry}.${name}`, value[name], quantileOf(brought, share), 2),
    ),
  ];
}

const reproductions: readonly Reproduction[] = [
  { entry: 'leads.mle_small.coef', files: [leadsFile], run: leadCoefficients },
  { entry: 'pipeline.maven_open_2017-09-30', files: [dealsFile, productsFile], run: openPipeline },
];

/**
 * `reference --data FOLDER`: reckons what `REFERENCE.json` of a folder states from the files beside it, and tells both. What lies in no file
 * there is skipped and named. What needs no data is a test of core: the comparison model, sums of deals, measures of error.
 */
export async function judgeReference(args: readonly string[]): Promise<unknown> {
  const { data } = readOptions(args, ['data'], []);
  const file = join(data, 'REFERENCE.json');
  if (!existsSync(file)) return { compared: [], skipped: reproductions.map(({ entry }) => entry), isMet: null };
  const stated = JSON.parse(await readFile(file, 'utf8')) as Stated;
  const [compared, skipped]: [Compared[], string[]] = [[], []];
  for (const { entry, files, run } of reproductions)
    if (stated[entry] && files.every((one) => existsSync(join(data, one)))) compared.push(...(await run(data, stated)));
    else skipped.push(entry);
  return { compared, skipped, isMet: compared.length === 0 ? null : compared.every(({ isMet }) => isMet) };
}
