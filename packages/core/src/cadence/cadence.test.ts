import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { askedIn, firstPromises, periodOf, periodsOf, visitsAMonth, visitsAYear } from './cadence.ts';
import { promiseKept, promiseLedger } from './ledger.ts';

const quarter = { first: toDay('2026-01-01'), last: toDay('2026-03-31') };
const iso = ({ first, last }: { first: number; last: number }) => `${toIso(first)}/${toIso(last)}`;

describe('cadence (rule 3)', () => {
  it('is 52, 24 and 4 visits a year for A, B and C', () => {
    expect((['A', 'B', 'C'] as const).map((tier) => visitsAYear(firstPromises[tier]))).toEqual([52, 24, 4]);
    expect((['A', 'B', 'C'] as const).map((tier) => visitsAMonth(firstPromises[tier]))).toEqual([
      { visits: 13, months: 3 },
      { visits: 2, months: 1 },
      { visits: 1, months: 3 },
    ]);
  });

  it('is checked in ISO weeks, calendar months, and quarters of the fiscal year', () => {
    expect(iso(periodOf('week', toDay('2026-01-01')))).toBe('2025-12-29/2026-01-04');
    expect(iso(periodOf('month', toDay('2024-02-11')))).toBe('2024-02-01/2024-02-29');
    expect(iso(periodOf('quarter', toDay('2026-03-16')))).toBe('2026-01-01/2026-03-31');
    expect(iso(periodOf('quarter', toDay('2026-03-16'), 2))).toBe('2026-02-01/2026-04-30');
    expect(periodsOf('month', quarter)).toHaveLength(3);
    expect(periodsOf('week', quarter)).toHaveLength(14);
    expect(() => periodOf('quarter', 0, 13)).toThrow(RangeError);
  });

  it('asks for the whole visits of what is left of a period when it begins within', () => {
    const [march] = periodsOf('month', { first: toDay('2026-03-01'), last: toDay('2026-03-31') });
    if (!march) throw new Error('March is a month.');
    expect(askedIn({ count: 2, per: 'month' }, march, toDay('2026-03-16'))).toBe(1);
    expect(askedIn({ count: 2, per: 'month' }, march, toDay('2026-02-16'))).toBe(2);
    expect(askedIn({ count: 2, per: 'month' }, march, toDay('2026-04-01'))).toBe(0);
    expect(() => askedIn({ count: 0.5, per: 'month' }, march, null)).toThrow(RangeError);
  });
});

describe('the promise ledger', () => {
  const days = (...text: string[]) => text.map(toDay);
  const today = toDay('2026-03-16');

  it('tells asked, done, planned and unmet; visits of one month do not make up for another', () => {
    const lines = promiseLedger(
      { count: 2, per: 'month' },
      { done: days('2026-01-05', '2026-01-12', '2026-01-19', '2026-02-03', '2026-03-02'), planned: days('2026-03-30') },
      quarter,
      { today },
    );
    expect(lines.map(({ asked, done, planned, unmet, isOver }) => [asked, done, planned, unmet, isOver])).toEqual([
      [2, 3, 0, 0, true],
      [2, 1, 0, 1, true],
      [2, 1, 1, 0, false],
    ]);
    expect(promiseKept(lines)).toEqual({ asked: 4, kept: 3 });
  });

  it('counts a joint visit once, and no plan whose day has passed', () => {
    const visits = { done: days('2026-03-02', '2026-03-02'), planned: days('2026-03-09', '2026-03-02') };
    expect(promiseLedger({ count: 2, per: 'month' }, visits, { first: today, last: today }, { today })).toMatchObject([
      { asked: 2, done: 1, planned: 0, unmet: 1 },
    ]);
    expect(promiseKept([])).toBeNull();
  });
});
