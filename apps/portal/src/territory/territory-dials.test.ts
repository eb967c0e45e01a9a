import { expect, it } from 'vitest';
import { firstDials, readMoves } from './territory-dials.ts';

it('reads a number of moves, and nothing else', () => {
  expect(['0', '10', 1000].map(readMoves)).toEqual([0, 10, 1000]);
  expect(['', '1.5', '-1', '1001', 'many'].map(readMoves)).toEqual([null, null, null, null, null]);
});

it('begins with everybody, few moves and a price', () => {
  expect(firstDials).toMatchObject({ people: [], moves: 10, price: 1 });
});
