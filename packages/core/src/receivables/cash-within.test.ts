import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cashWithin } from './cash-within.ts';
import type { Standing } from './invoice.ts';

const standing = (id: string, open: number, issued: number): Standing =>
  ({ invoice: { id, issued, due: issued + 30, amount: open, events: [] }, open }) as unknown as Standing;
/** Of 10 half are paid after 30 days and the others after 60. */
const curve = [
  { time: 30, atRisk: 10, ended: 5, survival: 0.5 },
  { time: 60, atRisk: 5, ended: 5, survival: 0 },
];

it('expects of each open invoice what its age lets expect, and says what it cannot judge', () => {
  const all = [standing('young', 1000, 100), standing('old', 400, 20)];
  expect(cashWithin(all, curve, { on: 100, days: 40 })).toMatchObject({ expected: 500, unknown: 400, conf: 0.8 });
  expect(cashWithin(all, curve, { on: 100, days: 60 })).toEqual({
    ...{ expected: 1000, low: 1000, high: 1000, conf: 0.8, unknown: 400 },
  });
  expect(cashWithin([], curve, { on: 100, days: 60 })).toMatchObject({ expected: 0, low: 0, high: 0, unknown: 0 });
});

it('keeps its interval around the expectation and within what is open', () => {
  const invoice = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 45, max: 100 }));
  fc.assert(
    fc.property(fc.array(invoice, { maxLength: 30 }), fc.integer({ min: 1, max: 90 }), (drawn, days) => {
      const all = drawn.map(([open, issued], at) => standing(`${at}`, open, issued));
      const { low, expected, high, unknown } = cashWithin(all, curve, { on: 100, days });
      const open = drawn.reduce((sum, [amount]) => sum + amount, 0);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(expected);
      expect(high).toBeGreaterThanOrEqual(expected);
      expect(high + unknown).toBeLessThanOrEqual(open);
    }),
  );
});
