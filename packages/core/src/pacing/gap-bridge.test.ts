import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bridge } from './bridge.ts';
import { paceSignal } from './control-limits.ts';
import { gapBridge } from './gap-bridge.ts';

const part = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  quantity: fc.integer({ min: 0, max: 500 }),
  price: fc.integer({ min: 1, max: 1_000_000 }),
});
const parts = fc.uniqueArray(part, { selector: (one) => one.id });
type Parts = readonly { id: string; quantity: number; price: number }[];
const planned = (some: Parts) => some.map(({ id, quantity, price }) => ({ id, price, amount: quantity * price }));
const sold = (some: Parts) => some.map(({ id, quantity, price }) => ({ id, quantity, amount: quantity * price }));

it('the causes of a gap sum to it, to the unit', () => {
  const rates = fc.record({
    atDayRates: fc.integer({ min: -1000, max: 1_000_000 }),
    atPlanRate: fc.integer({ min: -1000, max: 1_000_000 }),
  });
  const conversion = fc.record({
    won: fc.integer({ min: 0, max: 5 }),
    closed: fc.integer({ min: 5, max: 40 }),
    plannedRate: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(
      parts,
      parts,
      fc.option(conversion),
      fc.array(fc.double({ min: 0, max: 1e7, noNaN: true })),
      fc.option(fc.array(rates)),
      (plan, actual, closing, slipped, currency) => {
        const found = gapBridge({ plan: planned(plan), actual: sold(actual), conversion: closing, slipped, currency });
        const amount = (some: Parts) => some.reduce((sum, one) => sum + one.quantity * one.price, 0);
        expect(found.total).toBe(amount(actual) - amount(plan));
        const plain = bridge(plan, actual);
        expect(found.volume + found.timing + (found.conversion ?? 0) - plain.volume).toBeLessThan(0.6);
        expect(Math.abs(found.mix - plain.mix)).toBeLessThan(0.6);
        const { total, ...causes } = found;
        expect(Object.values(causes).reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(total);
        for (const one of Object.values(causes)) if (one !== null) expect(Number.isInteger(one)).toBe(true);
      },
    ),
  );
});

it('what slipped and what closed worse are taken out of the volume', () => {
  const plan = [{ id: 'a', amount: 1000, price: 100 }];
  const actual = [{ id: 'a', quantity: 6, amount: 540 }];
  expect(
    gapBridge({
      plan,
      actual,
      conversion: { won: 6, closed: 28, plannedRate: 0.25 },
      slipped: [120.4],
      currency: [{ atDayRates: 90, atPlanRate: 100 }],
    }),
  ).toEqual({ volume: -180, mix: 0, price: -50, conversion: -100, timing: -120, currency: -10, total: -460 });
  expect(gapBridge({ plan, actual, conversion: null, slipped: [], currency: null })).toMatchObject({
    volume: -400,
    conversion: null,
    currency: null,
  });
  expect(() =>
    gapBridge({ plan: [{ id: 'a', amount: 5, price: 0 }], actual, conversion: null, slipped: [], currency: null }),
  ).toThrow(RangeError);
  expect(() =>
    gapBridge({ plan, actual, conversion: { won: 3, closed: 2, plannedRate: 0.5 }, slipped: [], currency: null }),
  ).toThrow(RangeError);
});

it('a process that keeps below the plan is behind however steady, and far behind at a fifth', () => {
  expect(paceSignal(0.87, new Array<number>(9).fill(0.87))).toBe('behind');
  expect(paceSignal(0.76, new Array<number>(9).fill(0.76))).toBe('far-behind');
  expect(paceSignal(1.02, new Array<number>(9).fill(1.02))).toBe('on-pace');
});
