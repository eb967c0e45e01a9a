import { describe, expect, it } from 'vitest';
import { changedSince } from './changed-since.ts';

describe('what changed since', () => {
  const before = [
    { key: 'revenue', value: 100_000 },
    { key: 'margin', value: null },
    { key: 'visits', value: 4 },
  ];

  it('is nothing where every figure is the same', () => {
    expect(changedSince(before, [...before].reverse())).toEqual([]);
  });

  it('tells both figures and their difference, and none against what is not known', () => {
    const now = [
      { key: 'revenue', value: 90_000 },
      { key: 'margin', value: 0 },
      { key: 'collected', value: 5 },
    ];
    expect(changedSince(before, now)).toEqual([
      { key: 'revenue', was: 100_000, now: 90_000, difference: -10_000 },
      { key: 'margin', was: null, now: 0, difference: null },
      { key: 'visits', was: 4, now: null, difference: null },
      { key: 'collected', was: null, now: 5, difference: null },
    ]);
  });
});
