import { expect, it } from 'vitest';
import { type BookLine, standingSums } from './standing-sums.ts';

const credit = (id: string, more: Partial<BookLine>): BookLine => ({
  id,
  reverses: null,
  quantity: 1,
  revenueMinor: 0,
  costMinor: null,
  currency: 'EUR',
  ...more,
});

it('of a corrected sale the new lines stand, with costs that became known', () => {
  const lines = [
    credit('a', { revenueMinor: 500 }),
    credit('b', { revenueMinor: -500, quantity: -1, reverses: 'a' }),
    credit('c', { revenueMinor: 300, costMinor: 100 }),
    credit('d', { revenueMinor: 301, costMinor: 50 }),
  ];
  expect(standingSums(lines)).toEqual([{ currency: 'EUR', quantity: 2, revenueMinor: 601, costMinor: 150 }]);
});

it('of a withdrawn sale nothing stands, and a cost that nobody knows is not zero', () => {
  const lines = [credit('a', { revenueMinor: 500 }), credit('b', { revenueMinor: -500, reverses: 'a' })];
  expect(standingSums(lines)).toEqual([{ currency: 'EUR', quantity: 0, revenueMinor: 0, costMinor: 0 }]);
  expect(standingSums(lines.slice(0, 1))).toMatchObject([{ revenueMinor: 500, costMinor: null }]);
  expect(standingSums([])).toEqual([]);
});
