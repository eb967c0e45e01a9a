import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApportionMethod, apportion, type Weighted } from './apportion.ts';

fc.configureGlobal({ numRuns: 200 });

const named = (weights: readonly number[]): Weighted[] =>
  weights.map((weight, index) => ({ id: `item-${`${index}`.padStart(3, '0')}`, weight }));
const shares = (total: number, weights: readonly number[], method?: ApportionMethod): number[] => [
  ...apportion(total, named(weights), method).values(),
];
const anyWeights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 60 });
const fractions = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const anyTotal = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
const methods = fc.constantFrom<ApportionMethod>('hamilton', 'webster');
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('a total shared out among items', () => {
  it('gives ten seats to six parties by largest remainder', () => {
    expect(shares(10, [47000, 16000, 15900, 12000, 6000, 3100])).toEqual([5, 2, 1, 1, 1, 0]);
  });

  it('keeps the Alabama paradox of largest remainders: two lose a unit when the total rises by one', () => {
    const weights = [1500, 1500, 900, 500, 500, 200];
    expect(shares(25, weights)).toEqual([7, 7, 4, 3, 3, 1]);
    expect(shares(26, weights)).toEqual([8, 8, 5, 2, 2, 1]);
  });

  it('has no such paradox by the divisor method, which is why heads are counted by it', () => {
    const weights = [1500, 1500, 900, 500, 500, 200];
    expect(shares(25, weights, 'webster')).toEqual([8, 8, 4, 2, 2, 1]);
    expect(shares(26, weights, 'webster')).toEqual([8, 8, 5, 2, 2, 1]);
  });

  it('gives the odd unit of a thousand over three equal weights to the first id', () => {
    expect(shares(1000, [1, 1, 1])).toEqual([334, 333, 333]);
  });

  it('shares equally when nobody has any weight, gives zero of zero, and everything to a single child', () => {
    expect(shares(7, [0, 0, 0])).toEqual([3, 2, 2]);
    expect(shares(7, [0, 0, 0], 'webster')).toEqual([3, 2, 2]);
    expect(shares(0, [3, 1])).toEqual([0, 0]);
    expect(shares(-41, [0.3])).toEqual([-41]);
    expect(apportion(0, [])).toEqual(new Map());
  });

  it('is exact where the products are far beyond what a double holds', () => {
    // Both quotas end in .5 for a double; the larger weight's lies above it by the 17th digit.
    const [larger, smaller] = [1_125_899_906_842_625, 1_125_899_906_842_623];
    expect(shares(9_999_999_999_999, [smaller, larger])).toEqual([4_999_999_999_999, 5_000_000_000_000]);
    expect(shares(9_999_999_999_999, [larger, smaller])).toEqual([5_000_000_000_000, 4_999_999_999_999]);
  });

  it('refuses weights that are negative or no numbers, fractions of a unit, a total for nobody, and a doubled id', () => {
    expect(() => shares(10, [1, -1])).toThrow(/zero or more/);
    expect(() => shares(10, [1, Number.NaN])).toThrow(RangeError);
    expect(() => shares(10, [1e308, 1e308])).toThrow(/too large/);
    expect(() => shares(0.5, [1])).toThrow(/whole number/);
    expect(() => apportion(1, [])).toThrow(/nobody/);
    expect(() => apportion(1, [...named([1]), ...named([2])])).toThrow(/twice/);
  });
});

describe('by law, shares', () => {
  it('sum to the total, for any sign and size', () => {
    fc.assert(
      fc.property(anyTotal, fc.oneof(anyWeights, fractions), methods, (total, weights, method) => {
        expect(sum(shares(total, weights, method))).toBe(total);
      }),
    );
  });

  it('by largest remainder lie less than one unit from the exact share, in exact arithmetic', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, (total, weights) => {
        const whole = BigInt(sum(weights));
        if (whole === 0n) return;
        for (const [index, share] of shares(total, weights).entries()) {
          const gap = BigInt(share) * whole - BigInt(total) * BigInt(weights[index] as number);
          expect(gap < whole && gap > -whole).toBe(true);
        }
      }),
    );
  });

  it('mirror for a negative total, and do not hang on the order of the items', () => {
    fc.assert(
      fc.property(anyTotal, fractions, methods, fc.nat(), (total, weights, method, turn) => {
        const items = named(weights);
        const turned = [...items.slice(turn % items.length), ...items.slice(0, turn % items.length)].toReversed();
        const straight = apportion(total, items, method);
        const mirrored = apportion(-total, turned, method);
        for (const [id, share] of straight) expect(mirrored.get(id)).toBe(0 - share + 0);
      }),
    );
  });

  it('of equal weights differ by at most one unit, and a common factor changes nothing', () => {
    fc.assert(
      fc.property(anyTotal, anyWeights, methods, (total, weights, method) => {
        const equal = shares(
          total,
          weights.map(() => 0.1),
          method,
        );
        expect(Math.max(...equal) - Math.min(...equal)).toBeLessThanOrEqual(1);
        expect(
          shares(
            total,
            weights.map((weight) => weight / 1024),
            method,
          ),
        ).toEqual(shares(total, weights, method));
      }),
    );
  });

  it('stay as they are when they are shared out by themselves', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e13 }), fractions, (total, weights) => {
        const once = shares(total, weights);
        expect(shares(total, once)).toEqual(once);
      }),
    );
  });

  it('never fall by the divisor method when the total rises', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), anyWeights, (total, weights) => {
        const before = shares(total, weights, 'webster');
        const after = shares(total + 1, weights, 'webster');
        for (const [index, share] of after.entries()) expect(share).toBeGreaterThanOrEqual(before[index] as number);
      }),
    );
  });
});
