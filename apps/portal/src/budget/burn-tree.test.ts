import type { BudgetLineView } from '@milepost/contract/budget';
import { expect, it } from 'vitest';
import { burnRatio, burnState, burnTree } from './burn-tree.ts';

const row = (key: string, planMinor: number | null, approvedMinor: number) => ({
  key,
  name: key,
  planMinor,
  approvedMinor,
  pendingMinor: 0,
  remainingMinor: (planMinor ?? 0) - approvedMinor,
});

it('puts the lines of a category below it, however it is written', () => {
  const line = { id: 'l1', category: 'MEALS' } as BudgetLineView;
  const [meals, fairs] = burnTree([row('meals', 100, 30), row('fairs', 0, 5)], [row('l1', 100, 20)], [line]);
  expect(meals?.lines).toEqual([{ row: row('l1', 100, 20), line }]);
  expect(fairs?.lines).toEqual([]);
});

it('says when a budget is nearly or wholly used up, and nothing where there is none', () => {
  expect(burnState(row('a', 100, 89))).toBe('within');
  expect(burnState(row('a', 100, 90))).toBe('nearly');
  expect(burnState(row('a', 100, 101))).toBe('over');
  expect(burnState(row('a', 0, 1))).toBe('over');
  expect(burnState(row('a', 0, 0))).toBeNull();
  expect(burnRatio(row('a', 0, 1))).toBeNull();
});

it('tells a budget of nothing from no budget', () => {
  expect(burnState(row('a', null, 1))).toBe('unplanned');
  expect(burnState(row('a', null, 0))).toBeNull();
  expect(burnRatio(row('a', null, 1))).toBeNull();
});
