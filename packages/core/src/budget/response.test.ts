import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitCurve } from './fit-curve.ts';
import { adstock, type Curve, hill, marginalAt, responseAt } from './response.ts';
import { concave, steep } from './testing-curves.ts';

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
