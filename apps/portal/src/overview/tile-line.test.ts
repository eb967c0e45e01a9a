import { expect, it } from 'vitest';
import { trendLines } from './tile-line.ts';

const trend = (...values: (number | null)[]) => values.map((value, at) => ({ period: `2026-0${at + 1}-01`, value }));

it('draws a trend from its least to its most, and breaks where nothing is known', () => {
  expect(trendLines(trend(0, 10, 5))).toEqual(['0.0,28.0 50.0,2.0 100.0,15.0']);
  expect(trendLines(trend(1, 2, null, 2, 3))).toHaveLength(2);
  expect(trendLines(trend(4, 4))).toEqual(['0.0,15.0 100.0,15.0']);
});

it('draws nothing of a single point', () => {
  expect([trendLines(trend(4)), trendLines([]), trendLines(trend(4, null))]).toEqual([[], [], []]);
});
