import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCurve } from './fit-curve.ts';
import { adstock, type Curve, hill, marginalAt, responseAt } from './response.ts';

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

describe('the response to spend', () => {
  it('of Hill is half its ceiling at half, and rises', () => {
    expect(hill(50, { ceiling: 8, half: 50, shape: 3 })).toBe(4);
    expect(hill(0, { ceiling: 8, half: 50, shape: 3 })).toBe(0);
    expect(() => hill(-1, { ceiling: 8, half: 50, shape: 3 })).toThrow(RangeError);
  });

  it('by law has the slope that differences show', () => {
    fc.assert(
      fc.property(fc.oneof(concave, steep), fc.integer({ min: 20, max: 10_000 }), (curve, spend) => {
        const step = spend * 1e-4;
        const rise = (responseAt(curve, spend + step) - responseAt(curve, spend - step)) / (2 * step);
        expect(Math.abs(marginalAt(curve, spend) - rise)).toBeLessThan(
          1e-4 * Math.max(rise, responseAt(curve, spend) / spend) + 1e-9,
        );
      }),
    );
  });

  it('carries a share of earlier spend on', () => {
    expect(adstock([100, 0, 0, 50], 0.5)).toEqual([100, 50, 25, 62.5]);
    expect(adstock([1, 2], 0)).toEqual([1, 2]);
    expect(() => adstock([1], 1)).toThrow(RangeError);
  });
});

describe('a curve from what was seen', () => {
  it('is found again from its own points', () => {
    const curve: Curve = { kind: 'exponential', ceiling: 200, rate: 0.004 };
    const points = [50, 100, 150, 250, 400, 600, 900].map((spend) => ({ spend, result: responseAt(curve, spend) }));
    const fitted = fitCurve(points);
    expect(fitted.status).toBe('ok');
    if (fitted.status === 'ok')
      for (const { spend, result } of points) expect(responseAt(fitted.curve, spend)).toBeCloseTo(result, 0);
  });

  it('is not drawn from few periods, one spend or no result', () => {
    const five = [1, 2, 3, 4, 5].map((spend) => ({ spend, result: spend }));
    expect(fitCurve(five)).toEqual({ status: 'insufficientData', periods: 5 });
    expect(fitCurve(Array.from({ length: 9 }, () => ({ spend: 5, result: 5 }))).status).toBe('insufficientData');
    expect(fitCurve([...five, { spend: 6, result: 1 }].map(({ spend }) => ({ spend, result: 0 }))).status).toBe(
      'insufficientData',
    );
    expect(() => fitCurve([{ spend: -1, result: 0 }])).toThrow(RangeError);
  });
});
