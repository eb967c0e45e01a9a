import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fxEffect } from './exchange.ts';
import { atPlanRates } from './plan-rate.ts';
import { convertAt } from './rate.ts';

describe('what was sold at plan rates', () => {
  it('says 100 for 50 at home and 25 abroad planned at 2, and the better rate of the day apart', () => {
    const sold = [
      { currency: 'BRL', minor: 50_00, atDayRates: null },
      { currency: 'EUR', minor: 25_00, atDayRates: 60_00 },
    ];
    expect(atPlanRates('BRL', sold, { EUR: '2' })).toEqual({ status: 'ok', minor: 100_00, fxEffect: 10_00 });
  });

  it('withholds the result when a plan rate is missing, and only the effect when the rate of a day is', () => {
    const sold = [
      { currency: 'EUR', minor: 25_00, atDayRates: null },
      { currency: 'USD', minor: 1, atDayRates: 2 },
      { currency: 'CHF', minor: 0, atDayRates: null },
    ];
    expect(atPlanRates('BRL', sold, { USD: '2' })).toEqual({ status: 'missingRate', currencies: ['EUR'] });
    expect(atPlanRates('BRL', sold, { USD: '2', EUR: '2' })).toEqual({ status: 'ok', minor: 50_02, fxEffect: null });
  });

  it('leaves one currency exactly as it is, and sums nothing to nothing', () => {
    expect(atPlanRates('USD', [{ currency: 'USD', minor: 7, atDayRates: null }], {})).toEqual({
      status: 'ok',
      minor: 7,
      fxEffect: 0,
    });
    expect(atPlanRates('USD', [], {})).toEqual({ status: 'ok', minor: 0, fxEffect: 0 });
  });

  it('agrees with the formula of the effect, Σ local · (actual − plan), to a unit', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 1, max: 400 }), (minor, hundredths) => {
        const day = `${hundredths / 100}`;
        const atDayRates = convertAt(minor, day, { from: 'EUR', to: 'USD' });
        const result = atPlanRates('USD', [{ currency: 'EUR', minor, atDayRates }], { EUR: '1.25' });
        const formula = fxEffect([minor], { plan: 1.25, actual: hundredths / 100 });
        expect(result).toMatchObject({ status: 'ok' });
        if (result.status === 'ok') expect(Math.abs((result.fxEffect ?? Number.NaN) - formula)).toBeLessThanOrEqual(1);
      }),
    ));
});
