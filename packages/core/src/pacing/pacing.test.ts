import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { bridge } from './bridge.ts';
import { controlLimits, paceSignal } from './control-limits.ts';
import { landing } from './landing.ts';
import { crediblePace, pace, requiredRate } from './pace.ts';
import { planBetween, planToDate } from './plan-to-date.ts';

const calendar = { workingWeekdays: [1, 2, 3, 4, 5] as const, holidays: new Set<number>() };
const march = { first: toDay('2026-03-01'), last: toDay('2026-03-31'), amount: 83_333_34 };

describe('pace (P2)', () => {
  it('on working day 10 of 20 with 38 % done is 24 % behind, and red', () => {
    const { ratio } = pace({ actual: 38, planToDate: 50, rest: 50 });
    expect(ratio).toBeCloseTo(0.76, 12);
    expect(paceSignal(ratio)).toBe('far-behind');
    expect(paceSignal(0.89)).toBe('behind');
    expect(paceSignal(1)).toBe('on-pace');
  });
  it('before anything is due has no ratio and no signal', () => {
    expect(pace({ actual: 5, planToDate: 0, rest: 100 })).toEqual({ ratio: null, additive: 105, multiplicative: null });
    expect(paceSignal(null)).toBeNull();
  });
  it('projections coincide when actual equals plan to date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (done, rest) => {
        const { additive, multiplicative } = pace({ actual: done, planToDate: done, rest });
        expect(multiplicative).toBeCloseTo(additive, 3);
      }),
    );
  });
  it('with a prior of 20 deals, 24 of 30 planned and 90 to come is believed to be 0.88 of plan', () => {
    const believed = crediblePace({ prior: 20, planned: 30, actual: 24, remaining: 90 });
    expect(believed.multiplier).toBeCloseTo(0.88, 12);
    expect(believed.interval.low).toBeCloseTo(0.71483844, 8);
    expect(believed.interval.high).toBeCloseTo(1.05372246, 8);
    expect(believed.remainingMean).toBeCloseTo(79.2, 10);
    expect(believed.remaining).toEqual({ low: 61, middle: 78, high: 99 });
  });
  it('needs nothing a day when the target is met, and says so when no day is left', () => {
    expect(requiredRate(-5, 10)).toBe(0);
    expect(requiredRate(100, 0)).toBeNull();
    expect(requiredRate(100, 8)).toBe(12.5);
  });
});

describe('plan to date', () => {
  const due = (day: string) => planToDate([{ month: march, amount: 83_333_34 }], toDay(day), calendar);

  it('follows working days inside the month and ends at its amount', () => {
    expect(due('2026-03-01')).toBe(0);
    expect(due('2026-03-16')).toBe(Math.round((83_333_34 * 11) / 22));
    expect(due('2026-03-31')).toBe(83_333_34);
    expect(due('2026-02-27')).toBe(0);
  });
  it('any cutting of a span into neighbouring spans adds up to the unit', () => {
    const day = fc.integer({ min: march.first - 5, max: march.last + 5 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.tuple(day, day, day), (amount, days) => {
        const [a, b, c] = days.sort((x, y) => x - y) as [number, number, number];
        const cells = [{ month: march, amount }];
        expect(planBetween(cells, a, b, calendar) + planBetween(cells, b + 1, c, calendar)).toBe(
          planBetween(cells, a, c, calendar),
        );
        expect(planToDate(cells, march.last, calendar)).toBe(amount);
      }),
    );
  });
  it('of any parts of the cells adds up to that of them all', () => {
    const cell = fc.record({ amount: fc.integer({ min: 0, max: 1e9 }), part: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(cell), fc.integer({ min: march.first, max: march.last }), (cells, day) => {
        const dueOfCells = (some: typeof cells) =>
          planToDate(
            some.map(({ amount }) => ({ month: march, amount })),
            day,
            calendar,
          );
        const parts = [0, 1, 2, 3].map((part) => dueOfCells(cells.filter((one) => one.part === part)));
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(dueOfCells(cells));
      }),
    );
  });
  it('in a month without a working day goes by its days', () => {
    const idle = { workingWeekdays: [], holidays: new Set<number>() };
    expect(planToDate([{ month: { first: 0, last: 9 }, amount: 100 }], 4, idle)).toBe(50);
  });
});

describe('control limits', () => {
  const flow = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
  it('of the NIST flow rates are 45.816 and 55.804', () => {
    const limits = controlLimits(flow);
    expect(limits?.mean).toBeCloseTo(50.81, 8);
    expect(limits?.upper).toBeCloseTo(55.8040898, 6);
    expect(limits?.lower).toBeCloseTo(45.8159102, 6);
    expect(controlLimits([1])).toBeNull();
  });
  it('with history replace the fixed percentages: a usual low month is no signal', () => {
    const history = [0.7, 1.2, 0.8, 1.3, 0.75, 1.25, 0.9, 1.1];
    expect(paceSignal(0.8, history)).toBe('on-pace');
    expect(paceSignal(-0.5, history)).toBe('far-behind');
  });
});

it('a bridge of volume, mix and price adds up to the gap', () => {
  const part = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    quantity: fc.integer({ min: 0, max: 1000 }),
    price: fc.integer({ min: 1, max: 1000 }),
  });
  const parts = fc.uniqueArray(part, { selector: (one) => one.id });
  fc.assert(
    fc.property(parts, parts, (plan, actual) => {
      const { volume, mix, price, total } = bridge(plan, actual);
      expect(volume + mix + price).toBeCloseTo(total, 4);
    }),
  );
  expect(bridge([{ id: 'a', quantity: 10, price: 5 }], [{ id: 'a', quantity: 12, price: 4 }])).toEqual({
    volume: 10,
    mix: 0,
    price: -12,
    total: -2,
  });
});

describe('projected landing', () => {
  const now = { actual: 2400, planToDate: 3000, rest: 9000, averageDeal: 100 };
  it('without past years has the interval of the model and says that nobody checked it', () => {
    expect(landing(now)).toMatchObject({ value: 10320, calibration: { kind: 'unverified' } });
  });
  it('with four past landings takes their worst error as the 80 % interval', () => {
    const past = [1, 1.1, 1.2, 0.9].map((ratio) => ({ projected: 1000, actual: 1000 * ratio }));
    const { interval, calibration } = landing(now, past) ?? {};
    expect(calibration).toEqual({ kind: 'calibrated', landings: 4 });
    expect(interval).toEqual({ low: Math.round(10320 / 1.2), high: Math.round(10320 * 1.2) });
  });
  it('is unknown while the size of a deal is', () => {
    expect(landing({ ...now, averageDeal: null })).toBeNull();
  });
});
