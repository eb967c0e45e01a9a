import { expect, it } from 'vitest';
import { movementBars } from './movement-bars.ts';

it('hangs each part where the one before it ended', () => {
  const { bars, isCut } = movementBars({
    start: 100,
    end: 90,
    kinds: [
      { kind: 'new', amount: 100, count: 2, parts: [] },
      { kind: 'won', amount: -110, count: 1, parts: [] },
    ],
  });
  expect(isCut).toBe(false);
  expect(bars.map(({ kind, from, width }) => [kind, from, width])).toEqual([
    ['start', 0, 0.5],
    ['new', 0.5, 0.5],
    ['won', 0.45, 0.55],
    ['end', 0, 0.45],
  ]);
});

it('of nothing has no length', () => {
  expect(movementBars({ start: 0, end: 0, kinds: [] }).bars.map(({ width }) => width)).toEqual([0, 0]);
});

it('cuts the foot of the pillars off where little moved, and says so', () => {
  const kinds = [{ kind: 'new' as const, amount: 10, count: 1, parts: [] }];
  const { bars, isCut } = movementBars({ start: 100, end: 110, kinds });
  expect(isCut).toBe(true);
  expect(bars.map(({ from, width }) => [from, width])).toEqual([
    [0, 0.5],
    [0.5, 0.5],
    [0, 1],
  ]);
});
