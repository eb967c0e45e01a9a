import { expect, it } from 'vitest';
import { wholeTime } from './use-issue-clock.ts';

it('counts working time in minutes below an hour, and in halves of hours above', () => {
  expect(wholeTime(45)).toEqual({ unit: 'minutes', count: 45 });
  expect(wholeTime(480)).toEqual({ unit: 'hours', count: 8 });
  expect(wholeTime(-100)).toEqual({ unit: 'hours', count: 1.5 });
});
