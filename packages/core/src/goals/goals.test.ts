import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { evaluate, isConstant, misstated } from '../explain/why.ts';
import { type BigCycle, bigCycleChange, watchedOf, whyCycleChange, whyMedianCycle } from './big-cycles.ts';
import { type DiscountedSale, depthChange, whyDepth, whyDepthChange } from './discount-depth.ts';
import { standingOf, verdictOf } from './verdict.ts';

const dice = () => {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};
const today = '2026-03-16';
const deal = (at: number, days: number, end: 'won' | 'lost' | 'open' = 'won'): BigCycle => {
  const openedOn = toIso(toDay(today) - (end === 'open' ? days : 300));
  const closedOn = end === 'open' ? null : toIso(toDay(openedOn) + days);
  return { id: `deal-${at}`, name: `Deal ${at}`, openedOn, closedOn, isWon: end === 'won' };
};
const deals = (...days: number[]) => days.map((one, at) => deal(at, one));

describe('T9 the cycle of big deals', () => {
  const before = deals(50, 60, 70, 80, 90, 100, 110);

  it('ends with a win: what is open counts until today, what was lost until it was lost', () => {
    expect(watchedOf(deal(1, 40, 'lost'), today)).toEqual({ time: 40, isEvent: false });
    expect(watchedOf(deal(1, 40, 'open'), today)).toEqual({ time: 40, isEvent: false });
    expect(watchedOf(deal(1, 40), today)).toEqual({ time: 40, isEvent: true });
  });

  it('is 20 % shorter: the medians, their deals, and an interval', () => {
    const after = deals(40, 48, 56, 64, 72, 80, 88);
    expect(whyMedianCycle(before, today)?.value).toBe(80);
    const why = whyCycleChange(before, after, today);
    expect(why?.value).toBeCloseTo(-0.2, 12);
    expect(why && evaluate(why)).toBe(why?.value);
    expect(why && isConstant(why)).toBe(false);
    const change = bigCycleChange(before, after, today, dice());
    expect(change?.change).toBeCloseTo(-0.2, 12);
    expect(change && change.low <= change.change && change.change <= change.high).toBe(true);
    expect(bigCycleChange(before, after, today, dice())).toEqual(change);
  });

  it('does not become shorter by losing fast, and says nothing from too few', () => {
    const lost = [10, 11, 12, 13].map((days, at) => deal(50 + at, days, 'lost'));
    const after = deals(80, 80, 80, 80, 80);
    expect(whyMedianCycle([...after, ...lost], today)?.value).toBe(80);
    expect(bigCycleChange(before, deals(10, 20), today, dice())).toBeNull();
    expect(whyMedianCycle([deal(1, 10), deal(2, 30, 'open'), deal(3, 30, 'open')], today)).toBeNull();
  });
});

describe('T9 the depth of discounts', () => {
  const sale = (at: number, net: number, quantity = 1): DiscountedSale => ({
    ...{ id: `sale-${at}`, name: `Sale ${at}`, netMinor: net, quantity },
    ...{ productId: 'pump', product: 'Pump', listPriceMinor: 100 },
  });
  const sales = (...nets: number[]) => nets.map((net, at) => sale(at, net));

  it('is 1 − net ÷ list over all of them', () => {
    expect(whyDepth([sale(1, 87), sale(2, 186, 2)])?.value).toBe(1 - (87 + 186) / 300);
    expect(whyDepth([])).toBeNull();
    expect(whyDepth([sale(1, 110)])?.value).toBeCloseTo(-0.1, 12);
  });

  it('comes down by points, with an interval that holds them', () => {
    const [before, after] = [sales(80, 82, 78, 81, 79, 80), sales(90, 91, 89, 90, 92, 88)];
    expect(whyDepthChange(before, after)?.value).toBeCloseTo(-0.1, 12);
    const change = depthChange(before, after, dice());
    expect(change?.change).toBeCloseTo(-0.1, 12);
    expect(verdictOf(0.05, change)).toBe('reached');
    expect(depthChange(before, sales(90, 90), dice())).toBeNull();
  });

  it('is derived as it is stated, and the interval holds the change', () => {
    const nets = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(nets, nets, (some, others) => {
        const [before, after] = [sales(...some), sales(...others)];
        const why = whyDepthChange(before, after);
        expect(why && misstated(why)).toEqual([]);
        const change = depthChange(before, after, dice());
        expect(change?.change).toBeCloseTo(why?.value ?? Number.NaN, 12);
        expect(change && change.low <= change.high).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('T9 what a change says of a goal', () => {
  it('is reached, likely, not yet there, or not to be told', () => {
    expect(verdictOf(0.2, { change: -0.25, low: -0.4, high: -0.05 })).toBe('reached');
    expect(verdictOf(0.2, { change: -0.25, low: -0.4, high: 0.1 })).toBe('likely');
    expect(verdictOf(0.2, { change: -0.1, low: -0.15, high: -0.05 })).toBe('not-yet');
    expect(verdictOf(0.2, null)).toBe('too-few');
    expect(() => verdictOf(0, null)).toThrow(RangeError);
  });

  it('is late from the day after it was due', () => {
    expect(standingOf(false, '2026-03-16', '2026-03-16')).toBe('open');
    expect(standingOf(false, '2026-03-16', '2026-03-17')).toBe('late');
    expect(standingOf(true, '2026-03-16', '2026-03-17')).toBe('reached');
  });
});
