import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthShares } from './month-shares.ts';
import { restatedWeeks } from './restated-weeks.ts';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

describe('the shares of the months', () => {
  it('are those of the working days while there is no history', () => {
    const workdays = [22, 20, 22, 22, 21, 22, 23, 21, 22, 22, 21, 23];
    const shares = monthShares([], { prior: workdays });
    expect(shares[1]).toBeCloseTo(20 / 261, 15);
    expect(monthShares([null, new Array(12).fill(0)], { prior: workdays })).toEqual(shares);
  });

  it('weigh the prior as one year, last year as one, and the year before as 0.7', () => {
    const [first, second] = monthShares(
      [
        [80, 20],
        [600, 400],
      ],
      { prior: [1, 1] },
    );
    expect(first).toBeCloseTo((0.5 + 0.7 * 0.8 + 0.6) / 2.7, 15);
    expect(second).toBeCloseTo((0.5 + 0.7 * 0.2 + 0.4) / 2.7, 15);
  });

  it('are exactly those of history when the prior weighs nothing and years do not fade', () => {
    const history = [
      [1, 3],
      [3, 1],
    ];
    expect(monthShares(history, { prior: [1, 0], priorYears: 0, yearDecay: 1 })).toEqual([0.5, 0.5]);
  });

  it('let a missing year fade the years before it', () => {
    const [first] = monthShares([[1, 0], null, [0, 1]], { prior: [1, 1], yearDecay: 0.5 });
    expect(first).toBeCloseTo((0.5 + 0.25) / 2.25, 15);
  });

  it('take a month of more returns than sales for an empty one', () => {
    expect(monthShares([[-50, 100]], { prior: [1, 1] })).toEqual([0.25, 0.75]);
  });

  it('are refused without anything to go by, and for years of another length', () => {
    expect(() => monthShares([], { prior: [0, 0] })).toThrow(RangeError);
    expect(() => monthShares([], { prior: [1, -1] })).toThrow(RangeError);
    expect(() => monthShares([], { prior: [1, 1], priorYears: 0 })).toThrow(RangeError);
    expect(() => monthShares([[1]], { prior: [1, 1] })).toThrow(RangeError);
    expect(() => monthShares([[Number.NaN, 1]], { prior: [1, 1] })).toThrow(RangeError);
    expect(() => monthShares([], { prior: [1], yearDecay: 1.1 })).toThrow(RangeError);
    expect(() => monthShares([], { prior: [1], priorYears: -1 })).toThrow(RangeError);
  });

  const year = fc.array(fc.integer({ min: 0, max: 1e12 }), { minLength: 12, maxLength: 12 });
  const prior = fc.array(fc.integer({ min: 1, max: 23 }), { minLength: 12, maxLength: 12 });

  it('sum to one, stay above zero, and do not change when a year is written in another currency', () => {
    fc.assert(
      fc.property(fc.array(year, { maxLength: 5 }), prior, (history, workdays) => {
        const shares = monthShares(history, { prior: workdays });
        expect(sumOf(shares)).toBeCloseTo(1, 12);
        expect(shares.every((share) => share > 0)).toBe(true);
        const converted = history.map((amounts) => amounts.map((amount) => amount * 8));
        for (const [month, share] of monthShares(converted, { prior: workdays }).entries()) {
          expect(share).toBeCloseTo(shares[month] ?? 0, 12);
        }
      }),
    );
  });

  it('come closer to a season the more often it is repeated', () => {
    fc.assert(
      fc.property(year, prior, (season, workdays) => {
        fc.pre(sumOf(season) > 0);
        const distance = (years: number): number => {
          const shares = monthShares(new Array(years).fill(season), { prior: workdays });
          return sumOf(shares.map((share, month) => Math.abs(share - (season[month] ?? 0) / sumOf(season))));
        };
        expect(distance(3)).toBeLessThanOrEqual(distance(1) + 1e-12);
      }),
    );
  });
});

describe('a year of 53 weeks', () => {
  it('drops its first week before it is compared', () => {
    const weeks = Array.from({ length: 53 }, (_, week) => week + 1);
    expect(restatedWeeks(weeks)).toEqual(weeks.slice(1));
    expect(restatedWeeks(weeks.slice(0, 52))).toEqual(weeks.slice(0, 52));
    expect(() => restatedWeeks(weeks.slice(0, 51))).toThrow(RangeError);
  });
});
