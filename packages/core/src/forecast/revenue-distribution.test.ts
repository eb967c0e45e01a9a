import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absorbing } from './absorbing-chain.ts';
import { gaussHermite } from './gauss-hermite.ts';
import { chanceOfAtLeast, poissonBinomial, quantileOf, revenueDistribution } from './revenue-distribution.ts';

const five = [
  [100, 0.9],
  [250, 0.6],
  [400, 0.5],
  [800, 0.3],
  [1500, 0.1],
].map(([amount = 0, p = 0]) => ({ amount, p }));
const shares = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

describe('what deals bring together', () => {
  it('of three deals is the published distribution', () => {
    const { unit, mass, mean, variance } = revenueDistribution([
      { amount: 100, p: 0.5 },
      { amount: 200, p: 0.3 },
      { amount: 300, p: 0.2 },
    ]);
    expect([unit, mean, variance]).toEqual([100, 170, 25_300]);
    expect(mass.map((chance) => Number(chance.toFixed(10)))).toEqual([0.28, 0.28, 0.12, 0.19, 0.07, 0.03, 0.03]);
  });

  it('of five deals has the quantiles of all 32 outcomes', () => {
    const all = revenueDistribution(five);
    expect(all.mean).toBeCloseTo(830, 9);
    expect(Math.sqrt(all.variance)).toBeCloseTo(626.7375846, 7);
    expect(shares.map((share) => quantileOf(all, share))).toEqual([100, 100, 350, 750, 1150, 1550, 2150]);
    expect(chanceOfAtLeast(all, 1000)).toBeCloseTo(0.316, 12);
    expect(all.mass[0]).toBeCloseTo(0.0126, 12);
  });

  it('of twenty small deals and a whale has two humps, which no normal curve has', () => {
    const deals = [...Array.from({ length: 20 }, () => ({ amount: 10, p: 0.5 })), { amount: 1000, p: 0.2 }];
    const all = revenueDistribution(deals);
    expect([all.mean, Math.sqrt(all.variance)]).toEqual([300, expect.closeTo(400.6245125, 7)]);
    expect(shares.map((share) => quantileOf(all, share))).toEqual([70, 70, 90, 110, 130, 1100, 1120]);
  });

  it('of the wins alone is Poisson binomial', () => {
    expect(poissonBinomial([0.1, 0.2, 0.3]).map((chance) => Number(chance.toFixed(10)))).toEqual([
      0.504, 0.398, 0.092, 0.006,
    ]);
    expect(poissonBinomial([])).toEqual([1]);
  });

  it('is wider when deals have something in common, and the interval of a team is not the sum of its reps', () => {
    const deals = Array.from({ length: 200 }, (_, at) => ({ amount: 1000 + at, p: 0.4 }));
    const [alone, together] = [revenueDistribution(deals), revenueDistribution(deals, { shared: 0.5 })];
    expect(together.variance).toBeGreaterThan(9 * alone.variance);
    expect(together.mean / alone.mean).toBeCloseTo(1, 1);
    const [first, second] = [deals.slice(0, 100), deals.slice(100)].map((half) =>
      quantileOf(revenueDistribution(half), 0.9),
    );
    expect(quantileOf(alone, 0.9)).toBeLessThan((first ?? 0) + (second ?? 0));
  });

  it('refuses amounts and chances that are none', () => {
    expect(() => revenueDistribution([{ amount: -1, p: 0.5 }])).toThrow(RangeError);
    expect(() => revenueDistribution([{ amount: 1, p: 1.5 }])).toThrow(RangeError);
    expect(() => revenueDistribution([], { shared: -1 })).toThrow(RangeError);
    expect(() => poissonBinomial([2])).toThrow(RangeError);
    expect(quantileOf(revenueDistribution([]), 0.5)).toBe(0);
  });

  const someDeals = fc.array(
    fc.record({ amount: fc.integer({ min: 0, max: 90_000 }), p: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 30 },
  );

  it('by law sums to one, has the mean Σ p·a, and is the same in every order; a deal that cannot be won changes nothing', () => {
    fc.assert(
      fc.property(someDeals, (deals) => {
        const all = revenueDistribution(deals);
        expect(all.mass.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        expect(all.mean).toBeCloseTo(
          deals.reduce((sum, { amount, p }) => sum + amount * p, 0),
          4,
        );
        const other = revenueDistribution([...deals.toReversed(), { amount: 5000, p: 0 }]);
        expect(other).toEqual(all);
        const onGrid = all.mass.reduce((sum, chance, at) => sum + chance * at * all.unit, 0);
        const expectedOf = all.mean;
        expect(Math.abs(onGrid - expectedOf)).toBeLessThanOrEqual(all.unit * 1.001);
      }),
    );
  });

  it('is integrated by a rule that is exact for polynomials', () => {
    const rule = gaussHermite(21);
    const moment = (power: number) => rule.reduce((sum, { node, weight }) => sum + weight * node ** power, 0);
    expect([0, 1, 2, 4, 6].map(moment)).toEqual([1, 0, 0.5, 0.75, 1.875].map((value) => expect.closeTo(value, 10)));
    expect(gaussHermite(1)).toEqual([{ node: 0, weight: expect.closeTo(1, 12) }]);
    expect(() => gaussHermite(0)).toThrow(RangeError);
  });
});

describe('where deals end', () => {
  it('of the walk home is three quarters, a half and a quarter, after 3, 4 and 3 steps', () => {
    const walked = absorbing(
      [
        [0, 0.5, 0],
        [0.5, 0, 0.5],
        [0, 0.5, 0],
      ],
      [
        [0.5, 0],
        [0, 0],
        [0, 0.5],
      ],
    );
    if (walked.status !== 'ok') throw new Error('It ends.');
    const near = (value: number) => expect.closeTo(value, 12);
    expect(walked.ends.map(([home]) => home)).toEqual([0.75, 0.5, 0.25].map(near));
    expect(walked.steps).toEqual([3, 4, 3].map(near));
  });

  it('is nowhere where a stage leads to itself alone', () => {
    expect(absorbing([[1]], [[0, 0]])).toEqual({ status: 'neverEnds' });
    expect(() => absorbing([[0.5]], [[0.1, 0.1]])).toThrow(RangeError);
  });
});
