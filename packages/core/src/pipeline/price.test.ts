import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Watched } from '../survival/kaplan-meier.ts';
import { cycleChange } from './cycle-change.ts';
import { breakEvenVolume, concessionsOf, priceLeverage } from './price.ts';

describe('T9 a price that comes down', () => {
  it('gives less each time, and says how deep it went', () => {
    expect(concessionsOf(100, [95, 90, 88, 87])).toEqual({
      depth: 0.13,
      steps: [5, 5, 2, 1],
      firstShare: 5 / 13,
      isDisciplined: true,
    });
    expect(concessionsOf(100, [98, 90]).isDisciplined).toBe(false);
  });

  it('has a depth below nothing where more was agreed, and none without a list price', () => {
    expect(concessionsOf(100, [110])).toMatchObject({ depth: 1 - 1.1, steps: [-10] });
    expect(concessionsOf(0, [0])).toMatchObject({ depth: null, firstShare: null });
    expect(() => concessionsOf(100, [])).toThrow(RangeError);
  });

  it('is made good by volume, or by none', () => {
    expect(breakEvenVolume(0.4, 0.1)).toBeCloseTo(1 / 3, 12);
    expect(breakEvenVolume(0.4, 0.4)).toBeNull();
    expect(breakEvenVolume(0.4, 0)).toBe(0);
  });

  it('moves profit more than volume does', () => {
    const leverage = priceLeverage({ revenue: 100, contribution: 30, profit: 9 });
    expect(leverage?.price).toBeCloseTo(0.1111111111, 10);
    expect(leverage?.volume).toBeCloseTo(0.0333333333, 10);
    expect(priceLeverage({ revenue: 100, contribution: 30, profit: 0 })).toBeNull();
  });

  it('has the same depth in every currency, and steps that sum to what was given', () => {
    const price = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(
        price,
        fc.array(price, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 9 }),
        (list, offers, times) => {
          const own = concessionsOf(list, offers);
          const scaled = concessionsOf(
            list * times,
            offers.map((one) => one * times),
          );
          expect(scaled.depth).toBeCloseTo(own.depth ?? 0, 9);
          expect(own.steps.reduce((sum, step) => sum + step, 0)).toBe(list - (offers.at(-1) ?? 0));
        },
      ),
    );
  });
});

describe('T9 whether deals became faster', () => {
  const dice = () => {
    let state = 1;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  };
  const deals = (...days: number[]): Watched[] => days.map((time) => ({ time, isEvent: true }));
  const before = deals(50, 60, 70, 80, 90, 100, 110);

  it('compares medians with an interval that holds them', () => {
    const change = cycleChange(before, deals(40, 48, 56, 64, 72, 80, 88), dice());
    if (change.status !== 'ok') throw new Error('seven deals a side are enough');
    expect(change).toMatchObject({ before: 80, after: 64, ratio: 0.8 });
    expect(change.low).toBeLessThanOrEqual(0.8);
    expect(change.high).toBeGreaterThanOrEqual(0.8);
    expect(cycleChange(before, deals(40, 48, 56, 64, 72, 80, 88), dice())).toEqual(change);
  });

  it('is not flattered by slow deals that are still open', () => {
    const open = [100, 120, 140, 160].map((time) => ({ time, isEvent: false }));
    const closedOnly = cycleChange(before, deals(40, 48, 56, 64, 72), dice());
    const withOpen = cycleChange(before, [...deals(40, 48, 56, 64, 72), ...open], dice());
    if (closedOnly.status !== 'ok' || withOpen.status !== 'ok') throw new Error('half of them have closed');
    expect(withOpen.after).toBeGreaterThan(closedOnly.after);
  });

  it('says nothing from too few', () => {
    expect(cycleChange(before, deals(40, 48), dice())).toEqual({ status: 'insufficientData' });
  });
});
