import { describe, expect, it } from 'vitest';
import { monthTotals } from './month-totals.ts';

const even = new Array<number>(12).fill(1);
const monthsOf = (...args: Parameters<typeof monthTotals>): number[] => {
  const totals = monthTotals(...args);
  if (totals.status !== 'ok') throw new Error(`The months hold too much: ${totals.excess}.`);
  return totals.months;
};

describe('the months of a year', () => {
  it('are the cascade of its total by the shares', () => {
    expect(monthsOf(5, [1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0])).toEqual([1, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('keep a held quarter, and a held month inside it', () => {
    const months = monthsOf(1200, even, [
      { months: [1], value: 300 },
      { months: [0, 1, 2], share: 0.5 },
    ]);
    expect(months).toEqual([150, 300, 150, 67, 66, 67, 67, 66, 67, 67, 66, 67]);
  });

  it('mirror for a year of returns', () => {
    expect(monthsOf(-1200, even, [{ months: [0], share: 0.45 }])).toEqual([-540, ...new Array<number>(11).fill(-60)]);
  });

  it('are refused when held months exceed the year, or a held month exceeds its quarter', () => {
    const beyond = { months: [0, 1, 2], share: 1.1 } as const;
    expect(monthTotals(1000, even, [beyond])).toEqual({ status: 'overCommitted', excess: 100, held: [beyond] });
    const month = { months: [1], value: 700 } as const;
    expect(monthTotals(1000, even, [{ months: [0, 1], value: 600 }, month])).toEqual({
      status: 'overCommitted',
      excess: 100,
      held: [month],
    });
  });

  it('are refused when all of them are held and they fall short of the year', () => {
    const year = { months: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], value: 900 } as const;
    expect(monthTotals(1000, even, [year])).toMatchObject({ status: 'overCommitted', excess: -100 });
  });

  it('refuse holds that cross, months that do not exist, and fewer than twelve shares', () => {
    const [first, second] = [
      { months: [0, 1], value: 1 },
      { months: [1, 2], value: 1 },
    ];
    expect(() => monthTotals(10, even, [first, second])).toThrow(/wholly within/);
    expect(() => monthTotals(10, even, [first, first])).toThrow(RangeError);
    expect(() => monthTotals(10, even, [{ months: [12], value: 1 }])).toThrow(/0 to 11/);
    expect(() => monthTotals(10, even, [{ months: [], value: 1 }])).toThrow(/none/);
    expect(() => monthTotals(10, even, [{ months: [0], value: 0.5 }])).toThrow(/whole/);
    expect(() => monthTotals(10, even, [{ months: [0], share: -0.1 }])).toThrow(/zero or more/);
    expect(() => monthTotals(10, [1, 2, 3])).toThrow(/twelve/);
  });
});
