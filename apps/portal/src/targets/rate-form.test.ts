import { describe, expect, it } from 'vitest';
import { holdersOf, linesOf, ratesOf } from './rate-form.ts';

const all = { kind: 'all' } as const;
const ann = { kind: 'person', id: 'ann' } as const;

describe('the form of wanted shares', () => {
  it('writes what stands and reads it again, to the hundredth of a percent', () => {
    const stated = [
      { holder: all, period: 'year', shareRatio: 0.3 },
      { holder: ann, period: '2', shareRatio: 0.4525 },
    ] as const;
    const lines = linesOf(stated, (ratio) => String(ratio * 100));
    expect(lines.map(({ holder, period, percent }) => [holder, period, percent])).toEqual([
      ['all', 'year', '30'],
      ['person ann', '2', '45.25'],
    ]);
    expect(ratesOf(lines, '.')).toEqual(stated);
  });

  it('is not ready while a share cannot be read, is beyond 100 %, or is stated twice', () => {
    const line = { key: '0', holder: 'all', period: 'year', percent: '30' } as const;
    expect(ratesOf([{ ...line, percent: '' }], '.')).toBeNull();
    expect(ratesOf([{ ...line, percent: '101' }], '.')).toBeNull();
    expect(ratesOf([{ ...line, percent: '12,5' }], ',')?.[0]?.shareRatio).toBe(0.125);
    expect(ratesOf([line, { ...line, key: '1' }], '.')).toBeNull();
    expect(ratesOf([], '.')).toBeNull();
  });

  it('offers everybody, and the teams and people of the target', () => {
    const row = { teamId: null, shareRatio: null, from: null, ownRatio: null, actualRatio: null, counts: null };
    const rest = { interval: null, status: null, more: null };
    const rows = [
      { kind: 'all', id: null, name: '', ...row, ...rest },
      { kind: 'team', id: 'east', name: 'East', ...row, ...rest },
    ] as const;
    expect(holdersOf({ rows: [...rows] }, 'Everybody')).toEqual([
      { value: 'all', label: 'Everybody' },
      { value: 'team east', label: 'East' },
    ]);
  });
});
