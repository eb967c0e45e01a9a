import { expect, it } from 'vitest';
import { movementBars } from './movement-bars.ts';

it('hangs each part where the one before it ended', () => {
  const bars = movementBars({
    start: 100,
    end: 90,
    kinds: [
      { kind: 'new', amount: 100, count: 2, parts: [] },
      { kind: 'won', amount: -110, count: 1, parts: [] },
    ],
  });
  expect(bars.map(({ kind, from, width }) => [kind, from, width])).toEqual([
    ['start', 0, 0.5],
    ['new', 0.5, 0.5],
    ['won', 0.45, 0.55],
    ['end', 0, 0.45],
  ]);
});

it('of nothing has no length', () => {
  expect(movementBars({ start: 0, end: 0, kinds: [] }).map(({ width }) => width)).toEqual([0, 0]);
});
