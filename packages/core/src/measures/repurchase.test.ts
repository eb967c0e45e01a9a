import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, toDay } from '../calendar/civil-day.ts';
import { monthlyWindows, type Order, repurchaseRate, repurchaseWindows } from './repurchase.ts';

const ordered = (customerId: string, ...days: string[]): Order[] =>
  days.map((day) => ({ customerId, day: toDay(day) }));
const quarter = { first: toDay('2026-01-01'), last: toDay('2026-03-31') };
const any = { windowDays: 90, orders: 2, existing: 'any' } as const;
const later = toDay('2026-12-31');
const excluded = { windowDays: 90, immature: 'excluded' } as const;
const watched = { windowDays: 90, immature: 'kaplan-meier' } as const;

describe('the window of a customer', () => {
  it('is opened by the first order of the period and answered by the second within its days', () => {
    const orders = [
      ...ordered('a', '2026-01-10', '2026-04-10'),
      ...ordered('b', '2026-01-10', '2026-04-11'),
      ...ordered('c', '2025-12-31'),
      ...ordered('d', '2026-02-01', '2026-02-01'),
    ];
    const windows = repurchaseWindows(orders, quarter, any, later);
    expect(windows.map(({ customerId, repurchasedOn }) => [customerId, repurchasedOn])).toEqual([
      ['a', toDay('2026-04-10')],
      ['b', null],
      ['d', null],
    ]);
  });

  it('is opened only by who had bought before, where existing customers are asked for', () => {
    const orders = [...ordered('old', '2025-06-01', '2026-02-01', '2026-02-20'), ...ordered('new', '2026-02-01')];
    const windows = repurchaseWindows(orders, quarter, { ...any, existing: 'bought-before' }, later);
    expect(windows.map(({ customerId }) => customerId)).toEqual(['old']);
  });

  it('is immature until it has ended, whatever happened in it', () => {
    const orders = ordered('a', '2026-01-10', '2026-01-20');
    const isMature = (today: string) => repurchaseWindows(orders, quarter, any, toDay(today))[0]?.isMature;
    expect(isMature('2026-04-09')).toBe(false);
    expect(isMature('2026-04-10')).toBe(true);
  });
});

describe('the windows of months', () => {
  it('are those that each month has by itself', () => {
    const orders = fc.array(
      fc.record({ customerId: fc.constantFrom('a', 'b'), day: fc.integer({ min: quarter.first, max: quarter.last }) }),
      { maxLength: 30 },
    );
    const rule = fc.record({
      windowDays: fc.integer({ min: 1, max: 60 }),
      orders: fc.integer({ min: 2, max: 4 }),
      existing: fc.constantFrom('any' as const, 'bought-before' as const),
    });
    fc.assert(
      fc.property(orders, rule, fc.integer({ min: quarter.first, max: later }), (ordered, rule, today) => {
        const single = [0, 1, 2].flatMap((place) => {
          const month = addMonths(quarter.first, place);
          const period = { first: month, last: addMonths(month, 1) - 1 };
          return repurchaseWindows(ordered, period, rule, today).map((window) => ({ month, window }));
        });
        const place = ({ window }: (typeof single)[number]) => `${window.customerId} ${window.opensOn}`;
        const inOrder = (windows: typeof single) => windows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
        expect(inOrder(monthlyWindows(ordered, rule, today))).toEqual(inOrder(single));
      }),
    );
  });
});

describe('the repurchase rate', () => {
  it('is of windows that have ended: 3 of 10, and the young ones are told beside it', () => {
    const days = (count: number, second: boolean) =>
      Array.from({ length: count }, (_, at) =>
        ordered(`${second}${at}`, '2026-01-05', ...(second ? ['2026-02-05'] : [])),
      ).flat();
    const orders = [...days(3, true), ...days(7, false), ...ordered('young', '2026-03-30', '2026-03-31')];
    const rate = repurchaseRate(repurchaseWindows(orders, quarter, any, toDay('2026-04-30')), excluded);
    expect(rate).toMatchObject({ status: 'ok', ratio: 0.3, counted: { successes: 3, trials: 10 }, immature: 1 });
  });

  it('of Kaplan–Meier counts the young for as long as they were watched', () => {
    const window = (watchedDays: number, isEvent: boolean) => ({
      customerId: `${watchedDays}`,
      opensOn: 0,
      repurchasedOn: isEvent ? watchedDays : null,
      watchedDays,
      isMature: !isEvent && watchedDays === 90,
    });
    // 4 watched: one buys again at 10 (of 4), one is lost from sight at 20, one buys again at 30 (of 2): 1 − 3/4 · 1/2.
    const rate = repurchaseRate([window(10, true), window(20, false), window(30, true), window(90, false)], watched);
    expect(rate).toMatchObject({ status: 'ok', ratio: 0.625, counted: { successes: 2, trials: 4 } });
  });

  it('is not known while no window has ended', () => {
    const windows = repurchaseWindows(ordered('a', '2026-01-10'), quarter, any, toDay('2026-01-20'));
    expect(repurchaseRate(windows, excluded)).toEqual({ status: 'insufficientData', immature: 1 });
    expect(repurchaseRate(windows, watched)).toEqual({ status: 'insufficientData', immature: 1 });
    expect(repurchaseRate([], excluded)).toEqual({ status: 'insufficientData', immature: 0 });
  });

  it('by law lies within its interval, is the same both ways once all windows have ended, and grows with the window', () => {
    const orders = fc.array(
      fc.record({
        customerId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        day: fc.integer({ min: 20_400, max: 20_700 }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(orders, fc.integer({ min: 1, max: 120 }), (some, windowDays) => {
        const of = (days: number, immature: 'excluded' | 'kaplan-meier') =>
          repurchaseRate(repurchaseWindows(some, quarter, { ...any, windowDays: days }, 21_000), {
            windowDays: days,
            immature,
          });
        const [plain, curved, longer] = [
          of(windowDays, 'excluded'),
          of(windowDays, 'kaplan-meier'),
          of(windowDays + 30, 'excluded'),
        ];
        if (plain.status !== 'ok' || curved.status !== 'ok' || longer.status !== 'ok') return;
        expect(curved.ratio).toBeCloseTo(plain.ratio, 12);
        expect(longer.ratio).toBeGreaterThanOrEqual(plain.ratio);
        for (const { ratio, interval } of [plain, curved]) {
          expect(interval.low).toBeLessThanOrEqual(ratio);
          expect(interval.high).toBeGreaterThanOrEqual(ratio);
        }
      }),
    );
  });

  it('is refused for a window or a number of orders that cannot be meant', () => {
    expect(() => repurchaseWindows([], quarter, { ...any, windowDays: 0 }, later)).toThrow(RangeError);
    expect(() => repurchaseWindows([], quarter, { ...any, orders: 1 }, later)).toThrow(RangeError);
  });
});
