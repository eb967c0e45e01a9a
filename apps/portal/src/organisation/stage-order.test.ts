import { expect, it } from 'vitest';
import { movedStage } from './stage-order.ts';

const stages = [
  { id: 'a', category: 'open' },
  { id: 'w', category: 'won' },
  { id: 'b', category: 'open' },
  { id: 'l', category: 'lost' },
] as const;

it('lets a stage change places with its neighbour of the same category, wherever that stands', () => {
  expect(movedStage(stages, 'a', 1)).toEqual(['b', 'w', 'a', 'l']);
  expect(movedStage(stages, 'b', -1)).toEqual(['b', 'w', 'a', 'l']);
});

it('moves nothing beyond the first or the last of a category', () => {
  expect(movedStage(stages, 'a', -1)).toBeNull();
  expect(movedStage(stages, 'w', 1)).toBeNull();
  expect(movedStage(stages, 'gone', 1)).toBeNull();
});
