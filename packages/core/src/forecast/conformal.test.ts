import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adaptedConfidence, around, conformal } from './conformal.ts';
import { crpsOfNormal, forecastErrors, intervalScore, pinballLoss } from './forecast-errors.ts';

const past = [110, 80, 130, 95].map((actual) => ({ forecast: 100, actual }));

describe('an interval from past errors', () => {
  it('of four origins is the largest error for 80 %, of nine the eighth', () => {
    const four = conformal(past, 0.8);
    expect(four).toMatchObject({ status: 'ok', origins: 4 });
    if (four.status === 'ok') expect(four.width).toBeCloseTo(Math.log(1.3), 12);
    const nine = conformal(
      Array.from({ length: 9 }, (_, at) => ({ forecast: 100, actual: 101 + at })),
      0.8,
    );
    if (nine.status === 'ok') expect(nine.width).toBeCloseTo(Math.log(1.08), 12);
    expect(nine.status).toBe('ok');
  });

  it('needs four origins for 80 %, and nine for 90 %', () => {
    expect(conformal(past.slice(1), 0.8)).toEqual({ status: 'insufficientData', origins: 3, need: 4 });
    expect(conformal(past, 0.9)).toEqual({ status: 'insufficientData', origins: 4, need: 9 });
  });

  it('counts a window without sales where some money counts as none', () => {
    const quiet = [...past.slice(1), { forecast: 100, actual: 0 }];
    expect(conformal(quiet, 0.8)).toMatchObject({ status: 'insufficientData', origins: 3 });
    expect(conformal(quiet, 0.8, 5)).toMatchObject({ status: 'ok', origins: 4 });
    expect(around(100, Math.log(2), 20)).toEqual({ low: 40, high: 220 });
  });

  it('widens after misses and narrows after hits', () => {
    expect(adaptedConfidence([], 0.8)).toBeCloseTo(0.8, 12);
    expect(adaptedConfidence([false, false], 0.8)).toBeCloseTo(0.88, 12);
    expect(adaptedConfidence([true, true, true, true], 0.8)).toBeCloseTo(0.76, 12);
    expect(
      adaptedConfidence(
        Array.from({ length: 99 }, () => false),
        0.8,
      ),
    ).toBe(0.99);
  });

  it('refuses a confidence that is none', () => {
    expect(() => conformal(past, 1)).toThrow(RangeError);
    expect(() => conformal(past, 0.8, -1)).toThrow(RangeError);
  });

  it('by law does not depend on the order or the currency of the past, and holds the forecast', () => {
    const pairs = fc.array(
      fc.record({ forecast: fc.integer({ min: 1, max: 9999 }), actual: fc.integer({ min: 1, max: 9999 }) }),
      {
        minLength: 4,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(pairs, (some) => {
        const [one, other] = [
          conformal(some, 0.8),
          conformal(
            some.toReversed().map(({ forecast, actual }) => ({ forecast: forecast * 7, actual: actual * 7 })),
            0.8,
          ),
        ];
        if (one.status !== 'ok' || other.status !== 'ok') throw new Error('Four are enough.');
        expect(other.width).toBeCloseTo(one.width, 10);
        const { low, high } = one.around(500);
        expect(low <= 500 && high >= 500).toBe(true);
      }),
    );
  });
});

describe('errors of forecasts', () => {
  it('are those of the worked example, and a month without sales makes no ratio infinite', () => {
    const errors = forecastErrors(
      [
        [110, 100],
        [180, 200],
        [20, 0],
        [500, 400],
      ].map(([forecast = 0, actual = 0]) => ({ forecast, actual })),
    );
    expect(errors).toMatchObject({ origins: 4, mae: 37.5, mapeOrigins: 3 });
    expect(errors?.rmse).toBeCloseTo(52.20153254, 8);
    expect(errors?.wape).toBeCloseTo(0.2142857143, 9);
    expect(errors?.bias).toBeCloseTo(0.1571428571, 9);
    expect(forecastErrors([{ forecast: 5, actual: 0 }])).toMatchObject({ wape: null, bias: null, mape: null });
    expect(forecastErrors([])).toBeNull();
  });

  it('of intervals, quantiles and distributions are proper scores', () => {
    expect([100, 130, 60].map((came) => intervalScore({ low: 80, high: 120 }, came, 0.2))).toEqual([40, 140, 240]);
    expect([0.1, 0.5, 0.9].map((tau) => pinballLoss(100, 90, tau))).toEqual([
      expect.closeTo(9, 9),
      expect.closeTo(5, 9),
      expect.closeTo(1, 9),
    ]);
    expect([0.1, 0.5, 0.9].map((tau) => pinballLoss(100, 120, tau))).toEqual([2, 10, 18]);
    expect(crpsOfNormal({ mean: 0, sd: 1 }, 0.5)).toBeCloseTo(0.3314035313, 9);
    expect(() => crpsOfNormal({ mean: 0, sd: 0 }, 1)).toThrow(RangeError);
    expect(() => intervalScore({ low: 0, high: 1 }, 1, 0)).toThrow(RangeError);
    expect(() => pinballLoss(1, 1, 1)).toThrow(RangeError);
  });
});
