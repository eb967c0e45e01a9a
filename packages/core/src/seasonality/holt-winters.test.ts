import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HoltWintersOptions, holtWinters } from './holt-winters.ts';

// Monthly totals of international airline passengers, 1949–1960, in thousands (Box & Jenkins, series G).
const passengers = [
  112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133, 114,
  140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191,
  172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293, 259,
  229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413, 405,
  355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491,
  505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472, 535,
  622, 606, 508, 461, 390, 432,
];
const published = { alpha: 0.2755925, beta: 0.03269295, gamma: 0.8707292 };

const smoothed = (series: readonly number[], options: HoltWintersOptions) => {
  const model = holtWinters(series, options);
  if (model.status !== 'ok') throw new Error('The series is long enough.');
  return model;
};

describe('the airline passengers', () => {
  it("go on in 1961 as R's HoltWinters says", () => {
    const model = smoothed(passengers, { period: 12, smoothing: published });
    expect(model.sse).toBeCloseTo(16570.77787, 4);
    const year = [
      447.0559, 419.7123, 464.8671, 496.0839, 507.5326, 575.4509, 666.5923, 657.9137, 550.3088, 492.9853, 420.2073,
      465.6345,
    ];
    for (const [month, value] of model.forecast(12).entries()) expect(value).toBeCloseTo(year[month] ?? 0, 4);
  });

  it('are smoothed best by the published weights', () => {
    const { smoothing, sse } = smoothed(passengers, { period: 12 });
    expect(smoothing.alpha).toBeCloseTo(published.alpha, 3);
    expect(smoothing.beta).toBeCloseTo(published.beta, 3);
    expect(smoothing.gamma).toBeCloseTo(published.gamma, 3);
    expect(sse).toBeLessThanOrEqual(16570.7779);
  });

  it('keep their season in the order of the months to come', () => {
    const whole = smoothed(passengers, { period: 12, smoothing: published });
    const cut = smoothed(passengers.slice(0, -1), { period: 12, smoothing: published });
    expect(whole.season).toHaveLength(12);
    expect(Math.max(...whole.season)).toBe(whole.season[6]);
    expect(Math.max(...cut.season)).toBe(cut.season[7]);
  });

  it('may start from a level, trend and season that are given', () => {
    const start = { level: 120, trend: 1, season: new Array(12).fill(1) };
    const model = smoothed(passengers, { period: 12, smoothing: { alpha: 0, beta: 0, gamma: 0 }, start });
    expect(model.level).toBe(120 + passengers.length - 12);
    expect(model.forecast(2)).toEqual([model.level + 1, model.level + 2]);
    expect(() => holtWinters(passengers, { period: 12, start: { season: [1] } })).toThrow(RangeError);
  });
});

describe('a series that repeats itself', () => {
  const season = fc.array(fc.integer({ min: 10, max: 100 }), { minLength: 4, maxLength: 5 });
  const weights = fc.record({
    alpha: fc.double({ min: 0, max: 1, noNaN: true }),
    beta: fc.double({ min: 0, max: 1, noNaN: true }),
    gamma: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('is continued without error, whatever the weights', () => {
    fc.assert(
      fc.property(season, weights, fc.constantFrom('additive', 'multiplicative'), (one, smoothing, seasonal) => {
        const series = [...one, ...one, ...one];
        const model = smoothed(series, { period: one.length, smoothing, seasonal });
        expect(model.sse).toBeLessThan(1e-12);
        for (const [step, value] of model.forecast(one.length).entries()) expect(value).toBeCloseTo(one[step] ?? 0, 6);
      }),
    );
  });

  it('on a rising line is continued upwards', () => {
    const rising = Array.from({ length: 20 }, (_, at) => 100 + 3 * at + ([5, -5, 2, -2][at % 4] ?? 0));
    const model = smoothed(rising, { period: 4, seasonal: 'additive' });
    expect(model.forecast(4).map((value) => Math.round(value))).toEqual([165, 158, 168, 167]);
  });
});

describe('a series too short or unfit for its season', () => {
  it('has no forecast', () => {
    expect(holtWinters(passengers.slice(0, 24), { period: 12 })).toEqual({ status: 'insufficientData' });
    expect(holtWinters([1, 2, 0, 2, 1, 2, 1], { period: 2 })).toEqual({ status: 'insufficientData' });
    expect(holtWinters([1, 2, 0, 2, 1, 2, 1], { period: 2, seasonal: 'additive' }).status).toBe('ok');
  });

  it('is refused when it is malformed', () => {
    expect(() => holtWinters(passengers, { period: 1 })).toThrow(RangeError);
    expect(() => holtWinters([...passengers, Number.NaN], { period: 12 })).toThrow(RangeError);
    expect(() => holtWinters(passengers, { period: 12, smoothing: { ...published, alpha: 2 } })).toThrow(RangeError);
  });
});
