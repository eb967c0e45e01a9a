import type { OrganisationView } from '@milepost/contract/organisation';
import type { TargetGridView } from '@milepost/contract/targets';
import { evaluate, isConstant } from '@milepost/core/explain/why';
import { decompose } from '@milepost/core/targets/decompose';
import type { Plan } from '@milepost/core/targets/plan';
import { expect, it } from 'vitest';
import { periodGrid, type ReadRow, sharedGrid } from './read-grid.ts';
import { sharedPeriodGrid } from './shared-periods.ts';
import { targetSources } from './target-sources.ts';

const made = decompose({
  total: 1_234_567,
  monthShares: [7, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11],
  persons: [
    { id: 'ann', weight: 5 },
    { id: 'ben', weight: 3 },
  ],
  lines: [
    { id: 'Pumps', weight: 2 },
    { id: 'Valves', weight: 1 },
  ],
  segments: [
    { id: 'Water', weight: 1 },
    { id: 'Paper', weight: 2 },
  ],
});
const plan = (made.status === 'ok' ? made.plan : null) as Plan;
const view = {
  target: { id: 't', name: 'Revenue 2026', fiscalYear: 2026 },
  people: [
    { id: 'ann', name: 'Ann', teamId: 'north' },
    { id: 'ben', name: 'Ben', teamId: 'north' },
  ],
  teams: [{ id: 'north', name: 'North', parentId: null }],
  shares: {
    regions: [
      { id: 'Coast', weight: 7 },
      { id: 'Hills', weight: 2 },
    ],
    products: [
      { id: 'a', name: 'Pump A', line: 'Pumps', weight: 3 },
      { id: 'b', name: 'Pump B', line: 'Pumps', weight: 2 },
    ],
  },
} as unknown as TargetGridView;
const organisation = {
  fiscalYearStart: 1,
  fiscalYearLabel: 'start',
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-01-01'],
} as unknown as OrganisationView;
const shown = { plan, view, sources: targetSources(plan, view, (month) => `M${month + 1}`) };
const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function expectOpens(rows: readonly ReadRow[]): void {
  for (const row of rows)
    for (const [column, value] of row.values.entries()) {
      const why = row.why(column);
      expect(evaluate(why), `${row.id} ${column}`).toBe(value);
      expect(isConstant(why)).toBe(false);
    }
}

it.each(['people', 'lines'] as const)('%s by week sum to the year and to those above, and open', (face) => {
  const { rows, columns } = periodGrid(shown, face, 'iso', organisation, (number) => `W${number}`);
  expect(columns).toHaveLength(53);
  expect(sumOf(rows[0]?.values ?? [])).toBe(1_234_567);
  const parts = rows.slice(face === 'people' ? 2 : 1);
  for (const [column, value] of (rows[0]?.values ?? []).entries())
    expect(sumOf(parts.map((row) => row.values[column] ?? 0))).toBe(value);
  expectOpens(rows);
});

it('regions share every month to the unit, products the months of their line; a line without products stands alone', () => {
  const regions = sharedGrid(shown, 'regions');
  expect(regions.map(({ name }) => name)).toEqual([null, 'Coast', 'Hills']);
  const products = sharedGrid(shown, 'products');
  expect(products.map(({ name, depth }) => [name, depth])).toEqual([
    [null, 0],
    ['Pumps', 1],
    ['Pump A', 2],
    ['Pump B', 2],
    ['Valves', 1],
  ]);
  for (const [column, value] of (regions[0]?.values ?? []).entries()) {
    expect(sumOf(regions.slice(1).map((row) => row.values[column] ?? 0))).toBe(value);
    expect(sumOf(products.slice(2, 4).map((row) => row.values[column] ?? 0))).toBe(products[1]?.values[column]);
  }
  expectOpens([...regions, ...products]);
});

it.each([
  ['segments', 'iso'],
  ['regions', 'iso'],
  ['products', '4-4-5'],
] as const)('%s by %s sum to what they share in every period, and to their years, and open', (by, kind) => {
  const { rows, columns } = sharedPeriodGrid(shown, by, kind, organisation, (number) => `P${number}`);
  expect(columns).toHaveLength(kind === 'iso' ? 53 : 12);
  expect(rows.length).toBeGreaterThan(2);
  const [whole] = rows;
  expect(whole?.values).toEqual(periodGrid(shown, 'people', kind, organisation, String).rows[0]?.values);
  for (const [column, value] of (whole?.values ?? []).entries()) {
    const below = (depth: number) =>
      sumOf(rows.filter((row) => row.depth === depth).map((row) => row.values[column] ?? 0));
    expect(below(1)).toBe(value);
    if (by === 'products') expect(below(2)).toBe(rows.find(({ name }) => name === 'Pumps')?.values[column]);
  }
  if (by === 'segments') expect(rows.slice(1).map(({ values }) => sumOf(values))).toEqual([823_045, 411_522]);
  expectOpens(rows);
});
