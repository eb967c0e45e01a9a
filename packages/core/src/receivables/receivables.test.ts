import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { ageing } from './ageing.ts';
import { type AgedAmount, collectedWithin } from './collected-within.ts';
import { collectionEffectiveness, countBack, daysOutstanding } from './days-outstanding.ts';

const months = (...pairs: [sales: number, days: number][]) => pairs.map(([sales, days]) => ({ sales, days }));
const parts = fc.array(
  fc.record({
    age: fc.integer({ min: 0, max: 120 }),
    amount: fc.integer({ min: 1, max: 1e9 }),
    isPaid: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('days sales outstanding', () => {
  it('are receivables by sales by days', () => {
    expect(daysOutstanding(150_000, 1_800_000, 365)).toBeCloseTo(30.4166666667, 9);
    expect(daysOutstanding(150_000, 0, 365)).toBeNull();
  });

  it('by count-back take whole months off, and the last one in part', () => {
    expect(countBack(212_000, months([100_000, 30], [80_000, 30], [70_000, 30]))).toBeCloseTo(73.7142857143, 9);
    expect(countBack(2_100_000, months([900_000, 31], [800_000, 28], [700_000, 31]))).toBeCloseTo(76.7142857143, 9);
    expect(countBack(0, months([1, 30]))).toBe(0);
  });

  it('are not known where the months do not reach back far enough', () => {
    expect(countBack(100, months([60, 30], [39, 30]))).toBeNull();
    expect(countBack(99, months([60, 30], [39, 30]))).toBe(60);
  });

  it('by law do not depend on the unit of money', () => {
    const amount = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1 }), (open, sales) => {
        const back = (unit: number) =>
          countBack(
            open * unit,
            sales.map((one) => ({ sales: one * unit, days: 30 })),
          );
        const [one, hundred] = [back(1), back(100)];
        if (one === null) expect(hundred).toBeNull();
        else expect(hundred).toBeCloseTo(one, 8);
      }),
    );
  });
});

describe('collection effectiveness', () => {
  it('is collected by collectable, 1 when nothing is overdue, and not known where nothing was to collect', () => {
    const first = { opening: 100_000, sales: 1_000_000, closing: 120_000, closingCurrent: 100_000 };
    expect(collectionEffectiveness(first)).toBeCloseTo(0.98, 12);
    const second = { opening: 6200, sales: 10_890, closing: 6340, closingCurrent: 3590 };
    expect(collectionEffectiveness(second)).toBeCloseTo(0.7962962963, 9);
    expect(collectionEffectiveness({ ...first, closing: 100_000 })).toBe(1);
    expect(collectionEffectiveness({ opening: 0, sales: 5, closing: 5, closingCurrent: 5 })).toBeNull();
  });
});

describe('open items by age', () => {
  it('stand in buckets from the day they are due, and sum to all that is open', () => {
    const on = toDay('2026-11-25');
    const items = [0, 1, 30, 31, 60, 61, 90, 91, -10].map((late, at) => ({ due: on - late, open: 10 ** at }));
    expect(ageing(items, on)).toEqual([100_000_001, 110, 11_000, 1_100_000, 10_000_000]);
    fc.assert(
      fc.property(
        fc.array(fc.record({ due: fc.integer({ min: 0, max: 30_000 }), open: fc.maxSafeInteger() })),
        (some) => {
          const few = some.slice(0, 5).map((one) => ({ ...one, open: one.open % 1e12 }));
          const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
          expect(sum(ageing(few, 20_000))).toBe(sum(few.map(({ open }) => open)));
        },
      ),
    );
  });
});

describe('collected within so many days', () => {
  it('counts young invoices for as long as they were watched', () => {
    const rows: [number, number, boolean][] = [
      [20, 100, true],
      [45, 100, true],
      [30, 100, false],
      [70, 100, false],
      [65, 100, true],
    ];
    const told = rows.map(([age, amount, isPaid]): AgedAmount => ({ age, amount, isPaid }));
    expect(collectedWithin(told, 60)).toBeCloseTo(0.4666666667, 9);
    expect(collectedWithin([], 60)).toBeNull();
  });

  it('by law grows with the days, and paying earlier never lowers it', () => {
    // Earlier, but not before an invoice that is still open at a younger age: that one would then not have been watched so long, and the
    // share rests on fewer (paid at 1 and open at 0 is all of it by day 1; paid at 0 and open at 0 is half).
    const sooner = (some: readonly AgedAmount[], which: number): AgedAmount[] => {
      const moved = some[which % some.length];
      if (!moved?.isPaid) return [...some];
      const floor = some.filter(({ isPaid, age }) => !isPaid && age < moved.age).map(({ age }) => age + 1);
      return some.map((part) => (part === moved ? { ...part, age: Math.max(0, ...floor) } : part));
    };
    fc.assert(
      fc.property(parts, fc.nat(120), fc.nat(60), fc.nat(), (some, days, more, which) => {
        const share = collectedWithin(some, days) ?? 0;
        expect(collectedWithin(some, days + more)).toBeGreaterThanOrEqual(share);
        expect(collectedWithin(sooner(some, which), days)).toBeGreaterThanOrEqual(share - 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});
