import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stored } from '../explain/derive.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { dailyValueOf, type Stake, whyDailyValue, whyValuePerHour } from './stake.ts';

type VisitStake = Extract<Stake, { kind: 'visit' }>;
const visit = (more: Omit<VisitStake, 'kind' | 'id'>): Stake => ({ kind: 'visit', id: 'a', ...more });

describe('what a day of delay costs', () => {
  it.each<[Stake, number]>([
    [{ kind: 'deal', id: 'd', amount: 100_000_00, probability: 0.5, days: 25 }, 2_000_00],
    [{ kind: 'deal', id: 'd', amount: 100_000_00, probability: 0.5, days: -4 }, 50_000_00],
    [{ kind: 'cash', id: 'i', amount: 6_000_00, days: 60 }, 100_00],
    [{ kind: 'customer', id: 'a', amount: 36_500_00, days: 365 }, 100_00],
    [{ kind: 'customer', id: 'a', amount: -500, days: 365 }, 0],
    [{ kind: 'effect', id: 'x', amount: 10_00, days: 3 }, 333],
    // 52,000 a year are 1,000 a week; without its visit 60 % of it stay, so that 400 are at stake in four days.
    [visit({ amount: 52_000_00, perYear: 52, responseWithout: 0.6, responseWith: 1, days: 4 }), 100_00],
    [visit({ amount: -52_000_00, perYear: 52, responseWithout: 0.6, responseWith: 1, days: 4 }), 0],
  ])('of %j is %d', (stake, daily) => {
    expect(dailyValueOf(stake)).toBe(daily);
  });

  it('is derived from its record, to the same unit', () => {
    const anyStake: fc.Arbitrary<Stake> = fc.oneof(
      fc.record({
        kind: fc.constant('deal' as const),
        id: fc.constant('r'),
        amount: fc.integer({ min: 0, max: 1e12 }),
        probability: fc.integer({ min: 0, max: 10_000 }).map((bp) => bp / 10_000),
        days: fc.integer({ min: -30, max: 400 }),
      }),
      fc.record({
        kind: fc.constantFrom('cash' as const, 'customer' as const, 'effect' as const),
        id: fc.constant('r'),
        amount: fc.integer({ min: -1e12, max: 1e12 }),
        days: fc.integer({ min: 0, max: 400 }),
      }),
      fc.record({
        kind: fc.constant('visit' as const),
        id: fc.constant('r'),
        amount: fc.integer({ min: -1e12, max: 1e12 }),
        perYear: fc.constantFrom(52, 12, 4),
        responseWith: fc.double({ min: 1, max: 1.25, noNaN: true }),
        responseWithout: fc.double({ min: 0.6, max: 1, noNaN: true }),
        days: fc.integer({ min: 0, max: 92 }),
      }),
    );
    fc.assert(
      fc.property(anyStake, fc.constantFrom(0.1, 0.25, 2), (stake, hours) => {
        const why = whyDailyValue(stake, 'Acme');
        expect(evaluate(why)).toBe(dailyValueOf(stake));
        expect(isConstant(why)).toBe(false);
        const each = whyValuePerHour(why, stored('priority', 'hours', hours, 'hours'));
        expect(evaluate(each)).toBe(dailyValueOf(stake) / hours);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused for what is no number', () => {
    expect(() => dailyValueOf({ kind: 'cash', id: 'i', amount: Number.NaN, days: 1 })).toThrow(RangeError);
  });
});
