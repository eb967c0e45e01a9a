import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { newCustomers, type Purchase } from './new-customers.ts';

const bought = (customerId: string, day: string, revenue = 100): Purchase => ({ customerId, day: toDay(day), revenue });
const firstEver = { afterMonths: null, minRevenueMinor: 0 };
const purchases = fc.array(
  fc.record({
    customerId: fc.constantFrom('a', 'b', 'c', 'd'),
    day: fc.integer({ min: 18_000, max: 20_000 }),
    revenue: fc.integer({ min: -500, max: 1000 }),
  }),
  { maxLength: 40 },
);

describe('a new customer', () => {
  it('counts once, on the day of the first purchase ever', () => {
    const history = [bought('a', '2026-03-05'), bought('a', '2026-01-10'), bought('b', '2026-02-01')];
    expect(newCustomers(history, firstEver)).toEqual([
      { customerId: 'a', day: toDay('2026-01-10') },
      { customerId: 'b', day: toDay('2026-02-01') },
    ]);
  });

  it('is new again after so many months without a purchase, to the day', () => {
    const rule = { ...firstEver, afterMonths: 12 };
    const again = (day: string) => newCustomers([bought('a', '2025-01-31'), bought('a', day)], rule).length;
    expect(again('2026-01-30')).toBe(1);
    expect(again('2026-01-31')).toBe(2);
  });

  it('is valid on the day on which what was bought reaches the minimum, returns taken off', () => {
    const rule = { ...firstEver, minRevenueMinor: 250 };
    const history = [bought('a', '2026-01-10', 200), bought('a', '2026-01-12', -100), bought('a', '2026-02-03', 150)];
    expect(newCustomers(history, rule)).toEqual([{ customerId: 'a', day: toDay('2026-02-03') }]);
    expect(newCustomers(history.slice(0, 2), rule)).toEqual([]);
  });

  it('is nobody who only returned', () => {
    expect(newCustomers([bought('a', '2026-01-10', -100), bought('b', '2026-01-10', 0)], firstEver)).toEqual([]);
  });

  it('by law does not depend on the order of the purchases, and without a wait counts once at most', () => {
    fc.assert(
      fc.property(purchases, (history) => {
        const found = newCustomers(history, firstEver);
        expect(newCustomers(history.toReversed(), firstEver)).toEqual(found);
        expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(found.length);
      }),
    );
  });

  it('by law a higher minimum finds no customer more, and a longer wait neither', () => {
    fc.assert(
      fc.property(
        purchases,
        fc.nat(2000),
        fc.nat(500),
        fc.integer({ min: 1, max: 24 }),
        (history, min, more, months) => {
          const at = (minRevenueMinor: number, afterMonths: number) =>
            newCustomers(history, { afterMonths, minRevenueMinor }).length;
          expect(at(min + more, months)).toBeLessThanOrEqual(at(min, months));
          expect(at(0, months + 6)).toBeLessThanOrEqual(at(0, months));
        },
      ),
    );
  });

  it('is not counted by a rule that cannot be meant', () => {
    expect(() => newCustomers([], { ...firstEver, afterMonths: 0 })).toThrow(RangeError);
    expect(() => newCustomers([], { ...firstEver, minRevenueMinor: -1 })).toThrow(RangeError);
    expect(() => newCustomers([bought('a', '2026-01-01', 0.5)], firstEver)).toThrow(RangeError);
  });
});
