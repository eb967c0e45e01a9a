import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Allocation, allocate, type Candidate, optimum } from './allocate.ts';
import { type Curve, lnMarginalAt, marginalAt, responseAt } from './response.ts';

/** Any curve of which each unit returns less than the one before. */
const concave: fc.Arbitrary<Curve> = fc.oneof(
  fc.record({
    kind: fc.constant('power' as const),
    scale: fc.double({ min: 0.1, max: 100, noNaN: true }),
    exponent: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('exponential' as const),
    ceiling: fc.double({ min: 10, max: 1e6, noNaN: true }),
    rate: fc.double({ min: 1e-5, max: 1e-2, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('hill' as const),
    ceiling: fc.double({ min: 10, max: 1e6, noNaN: true }),
    half: fc.double({ min: 10, max: 1e5, noNaN: true }),
    shape: fc.double({ min: 0.5, max: 1, noNaN: true }),
  }),
);
/** An S-shaped curve that a small budget can climb. */
const steep: fc.Arbitrary<Curve> = fc.record({
  kind: fc.constant('hill' as const),
  ceiling: fc.integer({ min: 100, max: 1000 }),
  half: fc.integer({ min: 5, max: 60 }),
  shape: fc.double({ min: 1.5, max: 4, noNaN: true }),
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const allotted = (found: Allocation) => {
  if (found.status !== 'ok') throw new Error(`no allocation: ${found.status}`);
  return found;
};
const square = (scale: number): Candidate => ({ curve: { kind: 'power', scale, exponent: 0.5 } });

const curves = fc.array(concave, { minLength: 1, maxLength: 6 });

describe('a budget across campaigns', () => {
  it('of 100 under a·√x with a = 1, 2, 3 is shared as a², and the next unit returns the same everywhere', () => {
    const exact = allotted(optimum([1, 2, 3].map(square), 100));
    expect(exact.spend[0]).toBeCloseTo(7.142857142857143, 12);
    expect(exact.spend[1]).toBeCloseTo(28.571428571428573, 12);
    expect(exact.spend[2]).toBeCloseTo(64.28571428571429, 12);
    expect(exact.marginal).toBeCloseTo(0.5 / Math.sqrt(7.142857142857143), 12);
    expect(allocate([1, 2, 3].map(square), 100)).toMatchObject({ status: 'ok', spend: [7, 29, 64] });
  });

  it('gives a campaign of which nothing is known its test cell and no more', () => {
    const found = allotted(allocate([{ curve: null, low: 10 }, square(1), square(1)], 110));
    expect(found.spend).toEqual([10, 50, 50]);
  });

  it('leaves what returns nothing at its low bound until all others are full', () => {
    const nothing: Candidate = { curve: { kind: 'hill', ceiling: 0, half: 1, shape: 1 } };
    expect(allotted(allocate([nothing, square(1)], 100)).spend).toEqual([0, 100]);
    expect(allotted(allocate([nothing, { ...square(1), high: 60 }], 100))).toMatchObject({
      spend: [40, 60],
      marginal: 0,
    });
    expect(allocate([nothing, { curve: null }], 100)).toEqual({ status: 'noResponse' });
  });

  it('says when bounds leave no room, and refuses what is no budget', () => {
    expect(
      allocate(
        [
          { ...square(1), low: 60 },
          { ...square(1), low: 50 },
        ],
        100,
      ),
    ).toEqual({ status: 'belowBounds', least: 110 });
    expect(allocate([{ ...square(1), high: 60 }], 100)).toEqual({ status: 'aboveBounds', most: 60 });
    expect(() => allocate([square(1)], 0.5)).toThrow(RangeError);
    expect(() => allocate([{ ...square(1), low: 5, high: 4 }], 10)).toThrow(RangeError);
    expect(() => allocate([square(-1)], 10)).toThrow(RangeError);
  });

  it('tells saturated campaigns apart whose next unit returns less than a double can hold', () => {
    const curves: Curve[] = [
      { kind: 'exponential', ceiling: 10, rate: 0.0008197899425915755 },
      { kind: 'exponential', ceiling: 4853.053889002269, rate: 0.004932135116160133 },
    ];
    const { spend } = allotted(
      optimum(
        curves.map((curve) => ({ curve })),
        999_987,
      ),
    );
    const [first, second] = curves.map((curve, at) => lnMarginalAt(curve, spend[at] as number));
    expect(first).toBeCloseTo(second as number, 9);
    expect(lnMarginalAt({ kind: 'hill', ceiling: 7, half: 3, shape: 2 }, 5)).toBeCloseTo(
      Math.log(marginalAt({ kind: 'hill', ceiling: 7, half: 3, shape: 2 }, 5)),
      12,
    );
  });

  it('puts an S-shaped campaign beyond its threshold or leaves it, never half-way', () => {
    const slow: Candidate = { curve: { kind: 'hill', ceiling: 100, half: 50, shape: 4 } };
    const found = allotted(allocate([slow, slow], 70));
    expect(found.spend.toSorted((a, b) => a - b)).toEqual([0, 70]);
  });

  it('by law is spent to the unit and within its bounds', () => {
    const bounded = fc.array(
      fc.tuple(fc.oneof(concave, steep), fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 5000 })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(bounded, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        const candidates = some.map(([curve, low, room]) => ({ curve, low, high: low + room }));
        const [least, most] = [sum(candidates.map(({ low }) => low)), sum(candidates.map(({ high }) => high))];
        const budget = Math.round(least + (most - least) * share);
        const { spend } = allotted(allocate(candidates, budget));
        expect(sum(spend)).toBe(budget);
        for (const [at, { low, high }] of candidates.entries()) {
          expect(spend[at]).toBeGreaterThanOrEqual(low);
          expect(spend[at]).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it('by law returns the same for the next unit wherever a concave campaign stands between its bounds', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 1000, max: 1_000_000 }), (some, budget) => {
        const { spend, marginal } = allotted(
          optimum(
            some.map((curve) => ({ curve })),
            budget,
          ),
        );
        const between: number[] = [];
        for (const [at, curve] of some.entries()) {
          const own = spend[at] as number;
          if (own === 0) expect(marginalAt(curve, 1e-6)).toBeLessThanOrEqual(marginal * (1 + 1e-6));
          else if (own > 1e-6 && own < budget - 1e-6) {
            between.push(lnMarginalAt(curve, own));
            // A double keeps digits down to its smallest normal value; below, logarithms tell.
            if (marginal > 1e-300) expect(marginalAt(curve, own) / marginal).toBeCloseTo(1, 5);
          }
        }
        for (const ln of between) expect(ln - (between[0] ?? 0)).toBeCloseTo(0, 5);
      }),
    );
  });

  it('by law takes from no concave campaign when the budget grows, and returns no less', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 1, max: 100_000 }), fc.nat(100_000), (some, budget, more) => {
        const of = (amount: number) =>
          allotted(
            optimum(
              some.map((curve) => ({ curve })),
              amount,
            ),
          );
        const [before, after] = [of(budget), of(budget + more)];
        for (const [at, spend] of before.spend.entries())
          expect(after.spend[at]).toBeGreaterThanOrEqual(spend - 1e-6 * budget);
        expect(after.response).toBeGreaterThanOrEqual(before.response * (1 - 1e-9));
      }),
    );
  });

  it('by law does not depend on the unit of the response', () => {
    fc.assert(
      fc.property(
        curves,
        fc.integer({ min: 100, max: 100_000 }),
        fc.integer({ min: 2, max: 1000 }),
        (some, budget, unit) => {
          const scaled = some.map((curve) =>
            curve.kind === 'power'
              ? { ...curve, scale: curve.scale * unit }
              : { ...curve, ceiling: curve.ceiling * unit },
          );
          const [one, other] = [some, scaled].map((set) =>
            allotted(
              optimum(
                set.map((curve) => ({ curve })),
                budget,
              ),
            ),
          );
          const wanted = (one?.marginal ?? 0) * unit;
          // Below its smallest normal value a double has no digits left to compare; the spends are compared all the same.
          if (wanted > 1e-300) expect(other?.marginal).toBeCloseTo(wanted, -Math.log10(wanted) + 6);
          else expect(other?.marginal).toBeLessThan(1e-299);
          for (const [at, spend] of (one?.spend ?? []).entries())
            expect(Math.abs((other?.spend[at] ?? 0) - spend)).toBeLessThan(1e-6 * budget);
        },
      ),
    );
  });

  it('by law returns for two S-shaped campaigns within a hundredth of what trying every split returns', () => {
    fc.assert(
      fc.property(steep, steep, fc.integer({ min: 20, max: 200 }), (one, other, budget) => {
        const tried = Array.from({ length: budget + 1 }, (_, x) => responseAt(one, x) + responseAt(other, budget - x));
        const { response } = allotted(allocate([{ curve: one }, { curve: other }], budget));
        expect(response).toBeLessThanOrEqual(Math.max(...tried) + 1e-9);
        expect(response).toBeGreaterThanOrEqual(Math.max(...tried) * 0.99);
      }),
      { numRuns: 200 },
    );
  });
});
