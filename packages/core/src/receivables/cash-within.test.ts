import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CashPart, cashOf, cashParts } from './cash-parts.ts';
import { cashWithin } from './cash-within.ts';
import { agedAmounts, curveOf } from './collected-share.ts';
import { type Invoice, standingsOn } from './invoice.ts';

const part = (amount: number, age: number) => ({ age, amount, squares: amount ** 2 });
/** Of 10 half are paid after 30 days and the others after 60. */
const curve = [
  { time: 30, atRisk: 10, ended: 5, survival: 0.5 },
  { time: 60, atRisk: 5, ended: 5, survival: 0 },
];

it('expects of each open invoice what its age lets expect, and says what it cannot judge', () => {
  const all = [part(1000, 0), part(400, 80)];
  expect(cashWithin(all, curve, 40)).toMatchObject({ expected: 500, unknown: 400, conf: 0.8 });
  expect(cashWithin(all, curve, 60)).toEqual({ expected: 1000, low: 1000, high: 1000, conf: 0.8, unknown: 400 });
  expect(cashWithin([], curve, 60)).toMatchObject({ expected: 0, low: 0, high: 0, unknown: 0 });
});

it('keeps its interval around the expectation and within what is open', () => {
  const invoice = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 55 }));
  fc.assert(
    fc.property(fc.array(invoice, { maxLength: 30 }), fc.integer({ min: 1, max: 90 }), (drawn, days) => {
      const all = drawn.map(([open, age]) => part(open, age));
      const { low, expected, high, unknown } = cashWithin(all, curve, days);
      const open = drawn.reduce((sum, [amount]) => sum + amount, 0);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(expected);
      expect(high).toBeGreaterThanOrEqual(expected);
      expect(high + unknown).toBeLessThanOrEqual(open);
    }),
  );
});

const posted = fc.record({
  day: fc.integer({ min: 0, max: 120 }),
  amount: fc.integer({ min: 1, max: 90_000 }),
  kind: fc.constantFrom('receipt' as const, 'credit-note' as const),
});
const invoices = fc
  .array(
    fc.record({
      issued: fc.integer({ min: 0, max: 100 }),
      amount: fc.integer({ min: 1, max: 200_000 }),
      receipts: fc.array(posted, { maxLength: 4 }),
    }),
    { maxLength: 25 },
  )
  .map((drawn): Invoice[] =>
    drawn.map(({ receipts, issued, ...rest }, at) => ({
      ...rest,
      ...{ id: `i${at}`, issued, due: issued + 30 },
      receipts: receipts.map((one, place) => ({ ...one, id: `r${place}` })),
    })),
  );

it('tells the same from sums of parts as from the invoices one by one', () => {
  const on = 100;
  const grouped = (parts: readonly CashPart[]) => ({
    paid: [
      ...Map.groupBy(
        parts.filter((one) => one.kind === 'paid'),
        ({ age }) => age,
      ),
    ].map(([age, some]) => ({
      age,
      amount: some.reduce((sum, { amount }) => sum + amount, 0),
    })),
    open: [
      ...Map.groupBy(
        parts.filter((one) => one.kind === 'open'),
        ({ issued }) => issued,
      ),
    ].map(([issued, some]) => ({
      issued,
      amount: some.reduce((sum, { amount }) => sum + amount, 0),
      squares: some.reduce((sum, { amount }) => sum + amount ** 2, 0),
    })),
  });
  fc.assert(
    fc.property(invoices, fc.integer({ min: 1, max: 90 }), (all, days) => {
      const standings = standingsOn(all, on);
      const one = standings.map(({ invoice, open }) => part(open, on - invoice.issued));
      const whole = cashWithin(one, curveOf(agedAmounts(standings, on, 'issue')), days);
      const sums = cashOf(grouped(all.flatMap((invoice) => cashParts(invoice, on))), { on, days });
      expect(sums.open).toBe(standings.reduce((sum, { open }) => sum + open, 0));
      expect(sums.unknown).toBe(whole.unknown);
      for (const key of ['expected', 'low', 'high'] as const)
        expect(Math.abs(sums[key] - whole[key])).toBeLessThanOrEqual(1);
    }),
  );
});
