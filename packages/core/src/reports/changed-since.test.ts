import { describe, expect, it } from 'vitest';
import { changedSince } from './changed-since.ts';

describe('what changed since', () => {
  const then = [
    { key: 'revenue', value: 100_000 },
    { key: 'margin', value: null },
    { key: 'visits', value: 4 },
  ];

  it('is nothing where every figure is the same', () => {
    expect(changedSince(then, [...then].reverse())).toEqual([]);
  });

  it('tells both figures and their difference, and none against what is not known', () => {
    const now = [
      { key: 'revenue', value: 90_000 },
      { key: 'margin', value: 0 },
      { key: 'collected', value: 5 },
    ];
    expect(changedSince(then, now)).toEqual([
      { key: 'revenue', then: 100_000, now: 90_000, difference: -10_000 },
      { key: 'margin', then: null, now: 0, difference: null },
      { key: 'visits', then: 4, now: null, difference: null },
      { key: 'collected', then: null, now: 5, difference: null },
    ]);
  });
});
