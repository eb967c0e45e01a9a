import { expect, it } from 'vitest';
import { goalState, sayingOf } from './goal-words.ts';

const measured = (verdict: 'reached' | 'likely' | 'not-yet' | 'too-few') => ({
  ...{ verdict, before: null, after: null, change: null, low: null, high: null, p: null },
  ...{ countBefore: null, countAfter: null },
});

it('marks what may be luck, and what cannot be told yet, otherwise than what is open', () => {
  expect(goalState({ status: 'reached', measured: measured('reached') }).word).toBe('reached');
  expect(goalState({ status: 'open', measured: measured('likely') })).toEqual({ tone: 'watch', word: 'likely' });
  expect(goalState({ status: 'open', measured: measured('too-few') })).toEqual({ tone: 'unknown', word: 'too-few' });
  expect(goalState({ status: 'open', measured: measured('not-yet') }).word).toBe('open');
  expect(goalState({ status: 'late', measured: measured('likely') }).word).toBe('late');
  expect(goalState({ status: 'open', measured: null }).word).toBe('open');
});

it('says of a cycle that is not told yet whether deals are too few, or too many of them still open', () => {
  const told = { ...measured('too-few'), before: 98, countBefore: 9 };
  expect(sayingOf({ kind: 'cycle', measured: { ...told, countAfter: 20 } })).toBe('no-median');
  expect(sayingOf({ kind: 'cycle', measured: { ...told, countAfter: 3 } })).toBe('too-few');
  expect(sayingOf({ kind: 'discount', measured: { ...told, countAfter: 20 } })).toBe('too-few');
  expect(sayingOf({ kind: 'cycle', measured: { ...told, after: 70, countAfter: 20, verdict: 'likely' } })).toBe(
    'likely',
  );
});
