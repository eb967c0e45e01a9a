import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attainmentRatio } from './attainment-ratio.ts';
import { attainmentTrend } from './attainment-trend.ts';
import { type Basis, mismatchOf } from './comparable.ts';

describe('attainment (K2)', () => {
  it('is what was reached of the quota, at plan rates', () => {
    expect(attainmentRatio({ actual: 38_000, fxEffect: 0, target: 50_000 })).toBe(0.76);
    expect(attainmentRatio({ actual: 62_00, fxEffect: 2_00, target: 50_00 })).toBe(1.2);
    expect(attainmentRatio({ actual: -5_00, fxEffect: 0, target: 50_00 })).toBe(-0.1);
  });

  it('is not known without a target above zero or while a rate is missing, and never zero then', () => {
    expect(attainmentRatio({ actual: 1, fxEffect: 0, target: null })).toBeNull();
    expect(attainmentRatio({ actual: 1, fxEffect: 0, target: 0 })).toBeNull();
    expect(attainmentRatio({ actual: 1, fxEffect: null, target: 10 })).toBeNull();
  });
});

describe('periods are compared only where definitions match', () => {
  const now = { currency: 'EUR', definition: 'new: first ever' };
  const basis = (plan: Partial<NonNullable<Basis['plan']>> = {}): Basis => ({
    startsOn: '2026-01-01',
    plan: { currency: 'EUR', startsOn: '2026-01-01', definition: 'new: first ever', ...plan },
  });

  it('says what differs, the plainest reason first', () => {
    expect(mismatchOf(basis(), now)).toBeNull();
    expect(mismatchOf({ startsOn: '2026-01-01', plan: null }, now)).toBe('no-plan');
    expect(mismatchOf(basis({ currency: 'USD' }), now)).toBe('currency');
    expect(mismatchOf(basis({ startsOn: '2026-04-01' }), now)).toBe('calendar');
    expect(mismatchOf(basis({ definition: 'new: after 12 months' }), now)).toBe('definition');
    expect(mismatchOf(basis({ currency: null }), { ...now, currency: null })).toBeNull();
  });
});

describe('the trend of attainment', () => {
  const over = (ratio: number | null) => ({ ratio, isCounted: true });

  it('has control limits from eight whole periods on, and tells what lies beyond them', () => {
    const ratios = [1, 1.1, 0.9, 1, 1.05, 0.95, 1, 2];
    expect(attainmentTrend(ratios.slice(1).map(over))).toMatchObject({ limits: null, counted: 7 });
    const { limits, signals } = attainmentTrend(ratios.map(over));
    // Moving ranges .1 .2 .1 .05 .1 .05 1, mean 1.6 / 7; mean of the ratios 9 / 8.
    expect(limits?.mean).toBeCloseTo(1.125, 12);
    expect(limits?.upper).toBeCloseTo(1.125 + ((3 / 1.128) * 1.6) / 7, 12);
    expect(signals).toEqual([...new Array(7).fill('usual'), 'above']);
  });

  it('leaves out what is not over, not compared or not known', () => {
    const eight = [1, 1, 1, 1, 1, 1, 1, 1].map(over);
    const { limits, signals, counted } = attainmentTrend([...eight, { ratio: 5, isCounted: false }, over(null)]);
    expect([limits?.mean, counted]).toEqual([1, 8]);
    expect(signals.slice(8)).toEqual([null, null]);
  });

  it('does not depend on the unit: what is twice as much everywhere signals the same', () => {
    const ratio = fc.integer({ min: -100, max: 300 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(fc.array(ratio, { minLength: 8, maxLength: 24 }), (ratios) => {
        const doubled = attainmentTrend(ratios.map((one) => over(2 * one)));
        expect(doubled.signals).toEqual(attainmentTrend(ratios.map(over)).signals);
      }),
    );
  });
});
