import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade } from './cascade.ts';

fc.configureGlobal({ numRuns: 200 });

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const anyWeights = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1, maxLength: 60 });
const anyTotal = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });

describe('a total shared out over time', () => {
  it('spreads five new customers over four weeks as 1, 2, 1, 1', () => {
    expect(cascade(5, [1, 1, 1, 1])).toEqual([1, 2, 1, 1]);
  });

  it('spreads sixty over 52 weeks with the eight extra ones evenly between', () => {
    const weeks = cascade(
      60,
      Array.from({ length: 52 }, () => 1),
    );
    expect(sum(weeks)).toBe(60);
    expect(weeks.flatMap((count, week) => (count === 2 ? [week] : []))).toEqual([3, 9, 16, 22, 29, 35, 42, 48]);
  });

  it('gives a year of 1,000,000.00 eight months of 83,333.33 and four of 83,333.34', () => {
    const months = cascade(
      100_000_000,
      Array.from({ length: 12 }, () => 1),
    );
    expect(months.filter((month) => month === 8_333_333)).toHaveLength(8);
    expect(months.filter((month) => month === 8_333_334)).toHaveLength(4);
  });

  it('gives the first quarter its 20 % by 7, 6, 7', () => {
    expect(cascade(240_000_000, [7, 6, 7])).toEqual([84_000_000, 72_000_000, 84_000_000]);
  });

  it('shares equally without any weights, and refuses what has no time to fall in', () => {
    expect(cascade(4, [0, 0])).toEqual([2, 2]);
    expect(cascade(0, [])).toEqual([]);
    expect(() => cascade(1, [])).toThrow(RangeError);
    expect(() => cascade(1.5, [1])).toThrow(RangeError);
    expect(() => cascade(1, [-1])).toThrow(RangeError);
  });
});

describe('by law, a cascade', () => {
  it('sums to the total and keeps every year to date within half a unit of its exact share', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const steps = cascade(total, weights);
        expect(sum(steps)).toBe(total);
        const whole = BigInt(sum(weights));
        if (whole === 0n) return;
        let [given, running] = [0n, 0n];
        for (const [index, step] of steps.entries()) {
          given += BigInt(step);
          running += BigInt(weights[index] as number);
          const gap = 2n * (given * whole - BigInt(total) * running);
          expect(gap <= whole && gap >= -whole).toBe(true);
        }
      }),
    );
  });

  it('of months summed to quarters is the cascade of the quarters', () => {
    fc.assert(
      fc.property(
        anyTotal,
        fc.array(fc.nat({ max: 1_000_000 }), { minLength: 12, maxLength: 12 }),
        (total, weights) => {
          const inQuarters = (values: readonly number[]): number[] =>
            [0, 3, 6, 9].map((first) => sum(values.slice(first, first + 3)));
          if (sum(weights) === 0) return;
          expect(inQuarters(cascade(total, weights))).toEqual(cascade(total, inQuarters(weights)));
        },
      ),
    );
  });

  it('never takes from a year to date when the total rises, and mirrors a negative one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e12 }), anyWeights, (total, weights) => {
        const [lower, higher] = [cascade(total, weights), cascade(total + 1, weights)];
        let difference = 0;
        for (const [index, step] of higher.entries()) {
          difference += step - (lower[index] as number);
          expect(difference).toBeGreaterThanOrEqual(0);
        }
        expect(cascade(-total, weights)).toEqual(lower.map((step) => 0 - step));
      }),
    );
  });
});
