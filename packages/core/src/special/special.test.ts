import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareCdf, chiSquareQuantile, chiSquareSurvival } from './chi-square.ts';
import { gammaCdf, gammaQuantile } from './gamma.ts';
import { incBeta, incBetaUpper } from './inc-beta.ts';
import { incGamma, incGammaUpper } from './inc-gamma.ts';
import { lnGamma } from './ln-gamma.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { tCdf, tQuantile } from './student-t.ts';

// Reference values were computed with 40 digits (mpmath 1.3) and cut to 15.
const expectClose = (got: number, wanted: number, relative = 1e-12): void => {
  expect(Math.abs(got - wanted), `${got} against ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted));
};
const anyShape = fc.double({ min: 0.05, max: 5000, noNaN: true });
const anyShare = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

describe('ln Γ', () => {
  it.each([
    [1e-5, 11.5129196928958],
    [0.1, 2.25271265173421],
    [0.5, 0.5723649429247],
    [1.5, -0.120782237635245],
    [10, 12.8018274800815],
    [100.5, 361.435540467778],
    [123456.75, 1323901.56157301],
  ])('of %d is %d', (x, value) => expectClose(lnGamma(x), value));

  it('grows from x to x + 1 by ln x', () => {
    fc.assert(
      fc.property(anyShape, (x) => {
        expect(lnGamma(x + 1) - lnGamma(x)).toBeCloseTo(Math.log(x), 9);
      }),
    );
  });

  it('is refused at zero and below', () => {
    expect(() => lnGamma(0)).toThrow(RangeError);
    expect(() => lnGamma(Number.NaN)).toThrow(RangeError);
  });
});

describe('the incomplete gamma function', () => {
  it.each([
    [0.5, 0.1, 0.345279153981423, 0.654720846018577],
    [0.5, 3, 0.98569412156457, 0.0143058784354296],
    [2, 1, 0.264241117657115, 0.735758882342885],
    [10, 25, 0.999778523361751, 0.000221476638248784],
    [1000, 1150, 0.99999712622394, 2.87377606039236e-6],
    [1e5, 99000, 0.000757419921174768, 0.999242580078825],
  ])('of shape %d at %d is %d below and %d above', (a, x, lower, upper) => {
    expectClose(incGamma(a, x), lower);
    expectClose(incGammaUpper(a, x), upper);
  });

  it('of shape 1 is the exponential distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 700, noNaN: true }), (x) => {
        expectClose(incGammaUpper(1, x), Math.exp(-x), 1e-12);
      }),
    );
  });

  it('is 0 at the left end and 1 at the right', () => {
    expect([incGamma(3, 0), incGammaUpper(3, 0)]).toEqual([0, 1]);
    expect([incGamma(3, Number.POSITIVE_INFINITY), incGammaUpper(3, Number.POSITIVE_INFINITY)]).toEqual([1, 0]);
    expect(() => incGamma(0, 1)).toThrow(RangeError);
    expect(() => incGamma(1, -1)).toThrow(RangeError);
  });
});

describe('the incomplete beta function', () => {
  it.each([
    [0.5, 0.5, 0.5, 0.5],
    [0.1, 2, 3, 0.0523],
    [0.9, 2, 3, 0.9963],
    [0.001, 0.5, 20, 0.157583813983638],
    [0.3, 30, 70, 0.511625104558609],
    [0.6, 500, 300, 0.0729215919925317],
    [0.625, 5000, 3000, 0.49923222068815],
  ])('at %d with %d and %d is %d', (x, a, b, value) => expectClose(incBeta(x, a, b), value));

  it('is x^a when b is 1, and mirrors itself', () => {
    fc.assert(
      fc.property(anyShare, fc.double({ min: 0.05, max: 50, noNaN: true }), anyShape, (x, a, b) => {
        expectClose(incBeta(x, a, 1), x ** a, 1e-11);
        expect(incBeta(x, a, b) + incBetaUpper(x, a, b)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is the chance of at least k successes in n', () => {
    const chances = [0.8 ** 3, 3 * 0.2 * 0.8 ** 2, 3 * 0.04 * 0.8, 0.2 ** 3];
    expectClose(incBeta(0.2, 2, 2), (chances[2] ?? 0) + (chances[3] ?? 0));
  });

  it('is 0 and 1 at its ends and refused outside', () => {
    expect([incBeta(0, 2, 3), incBeta(1, 2, 3)]).toEqual([0, 1]);
    expect(() => incBeta(1.1, 2, 3)).toThrow(RangeError);
    expect(() => incBeta(0.5, 0, 3)).toThrow(RangeError);
  });
});

describe('the normal distribution', () => {
  it.each([
    [-8, 6.22096057427178e-16],
    [-3, 0.00134989803163009],
    [-1.96, 0.0249978951482204],
    [-0.5, 0.308537538725987],
    [0, 0.5],
    [1.96, 0.97500210485178],
    [5, 0.999999713348428],
  ])('is %d below with probability %d', (z, p) => expectClose(normalCdf(z), p));

  it.each([
    [1e-12, -7.03448382530113],
    [0.001, -3.09023230616781],
    [0.025, -1.95996398454005],
    [0.25, -0.674489750196082],
    [0.8, 0.841621233572914],
    [0.975, 1.95996398454005],
    [0.9999, 3.71901648545571],
  ])('has its %d quantile at %d', (p, z) => expectClose(normalQuantile(p), z));

  it('has no quantile outside 0 to 1, and infinite ones at the ends', () => {
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
    expect(() => normalQuantile(1.01)).toThrow(RangeError);
    expect(() => normalCdf(Number.NaN)).toThrow(RangeError);
    expect(normalQuantile(1e-310)).toBeLessThan(-37);
  });

  it('comes back from the quantile to the probability', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) =>
        expectClose(normalCdf(normalQuantile(p)), p, 1e-11),
      ),
    );
  });
});

describe("Student's t distribution", () => {
  it.each([
    [2.2, 10, 0.973779465775323],
    [1, 3, 0.804498890522115],
    [0.1, 30, 0.539495194104864],
    [-6, 4, 0.00194126852348026],
    [-7.5, 1000, 7.02864673060579e-14],
  ])('at %d with %d degrees of freedom is %d', (t, df, p) => expectClose(tCdf(t, df), p));

  it.each([
    [0.975, 1, 12.7062047361747],
    [0.975, 10, 2.22813885198627],
    [0.95, 30, 1.69726088659396],
    [0.6, 5, 0.267180865704145],
    [0.995, 2.5, 7.16372813894878],
    [1e-9, 12, -15.8948133622661],
  ])('has its %d quantile with %d degrees of freedom at %d', (p, df, t) => expectClose(tQuantile(p, df), t));

  it('with one degree of freedom is the Cauchy distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (t) => {
        expect(tCdf(t, 1)).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 12);
      }),
    );
  });

  it('has infinite ends and refuses what is no probability', () => {
    expect([0, 0.5, 1].map((p) => tQuantile(p, 4))).toEqual([Number.NEGATIVE_INFINITY, 0, Number.POSITIVE_INFINITY]);
    expect(tCdf(Number.NEGATIVE_INFINITY, 4)).toBe(0);
    expect(() => tQuantile(0.9, 0)).toThrow(RangeError);
    expect(() => tQuantile(-0.1, 4)).toThrow(RangeError);
    expect(() => tCdf(1, -1)).toThrow(RangeError);
    expect(() => tCdf(Number.NaN, 1)).toThrow(RangeError);
  });
});

describe('the χ² and gamma distributions', () => {
  it.each([
    [16.79294099, 1, 4.16880910761336e-5],
    [800.1, 8, 1.95859634660963e-167],
    [30, 20, 0.0698536606994098],
  ])('exceed %d with %d degrees of freedom with probability %d', (x, df, p) => {
    expectClose(chiSquareSurvival(x, df), p, 1e-11);
    expect(chiSquareCdf(x, df)).toBeCloseTo(1 - p, 13);
  });

  it.each([
    [0.1, 44, 35.741921994862],
    [0.9, 44, 52.6861228928142],
    [0.5, 1, Math.LN2],
    [0.001, 0.3, 6.97269909678334e-11],
    [0.999, 1000, 1100.57809829331],
    [0.05, 12.5, 7.30570381974165],
  ])('have the %d quantile of shape %d at %d', (p, shape, x) => {
    expectClose(gammaQuantile(p, { shape, rate: 1 }), x);
    expectClose(gammaQuantile(p, { shape, rate: 50 }), x / 50);
    expectClose(chiSquareQuantile(p, 2 * shape), 2 * x);
  });

  it('come back from the quantile to the probability', () => {
    fc.assert(
      fc.property(anyShare, anyShape, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (p, shape, rate) => {
        expectClose(gammaCdf(gammaQuantile(p, { shape, rate }), { shape, rate }), p, 1e-9);
      }),
    );
  });

  it('begin at zero, end nowhere, and refuse what is no probability', () => {
    const gamma = { shape: 2, rate: 1 };
    expect([0, 1].map((p) => gammaQuantile(p, gamma))).toEqual([0, Number.POSITIVE_INFINITY]);
    expect(gammaCdf(-1, gamma)).toBe(0);
    expect(() => gammaQuantile(2, gamma)).toThrow(RangeError);
    expect(() => gammaQuantile(0.5, { shape: 0, rate: 1 })).toThrow(RangeError);
  });
});
