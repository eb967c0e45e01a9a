import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { wilson } from '../rate/wilson.ts';
import { cohortsOf } from './cohorts.ts';
import { agedAmounts, agedInvoices, collectedBy, collectedShare, curveOf } from './collected-share.ts';
import { expectedCash, weeksAfter } from './expected-cash.ts';
import { appliedIn, exposureOf, type Invoice, type Receipt, standingOn, standingsOn } from './invoice.ts';
import { latenessOf } from './lateness.ts';
import { beginOf, effectivenessIn, receivablesOn } from './receivables-on.ts';

const day = toDay('2026-01-01');
type Posted = [after: number, amount: number, kind?: Receipt['kind']];
const invoice = (issued: number, amount: number, ...posted: Posted[]): Invoice => ({
  id: `i${issued}`,
  issued: day + issued,
  due: day + issued + 30,
  amount,
  receipts: posted.map(([after, paid, kind = 'receipt'], at) => ({
    id: `r${at}`,
    day: day + issued + after,
    amount: paid,
    kind,
  })),
});
const invoices = fc.array(
  fc
    .record({
      issued: fc.integer({ min: 0, max: 120 }),
      amount: fc.integer({ min: 1, max: 1e9 }),
      posted: fc.array(
        fc.tuple(
          fc.integer({ min: -5, max: 100 }),
          fc.integer({ min: 1, max: 1e9 }),
          fc.constantFrom<Receipt['kind']>('receipt', 'credit-note'),
        ),
        { maxLength: 4 },
      ),
    })
    .map(({ issued, amount, posted }) => invoice(issued, amount, ...posted)),
  { minLength: 1, maxLength: 20 },
);
const on = fc.integer({ min: 0, max: 250 }).map((after) => day + after);
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('an invoice on a day', () => {
  const partly = invoice(0, 100, [40, 60], [10, 30], [20, 10, 'credit-note'], [50, 7]);

  it('takes what was posted in order, and keeps apart what was collected, credited and paid too much', () => {
    expect(standingOn(partly, day - 1)).toBeNull();
    expect(standingOn(partly, day + 20)).toMatchObject({ open: 60, overpaid: 0, settledOn: null });
    const settled = standingOn(partly, day + 50);
    expect(settled).toMatchObject({ open: 0, overpaid: 7, settledOn: day + 40 });
    expect(settled && [appliedIn(settled.collected), appliedIn(settled.credited), exposureOf(settled)]).toEqual([
      90, 10, 90,
    ]);
  });

  it('counts a payment in advance on the day of issue, and a credit note before a payment of its day', () => {
    expect(standingOn(invoice(5, 100, [-3, 100]), day + 5)).toMatchObject({ open: 0, settledOn: day + 5 });
    const both = standingOn(invoice(0, 100, [9, 100], [9, 20, 'credit-note']), day + 9);
    expect(both).toMatchObject({ open: 0, overpaid: 20 });
    expect(both && appliedIn(both.credited)).toBe(20);
  });

  it('refuses amounts that are none', () => {
    expect(() => standingOn(invoice(0, 0), day)).toThrow(RangeError);
    expect(() => standingOn(invoice(0, 10, [1, 0.5]), day + 1)).toThrow(RangeError);
  });

  it('by law is billed = collected + credited + open, and what was posted is taken or paid too much', () => {
    fc.assert(
      fc.property(invoices, on, (some, now) => {
        for (const one of standingsOn(some, now)) {
          const taken = appliedIn(one.collected) + appliedIn(one.credited);
          expect(taken + one.open).toBe(one.invoice.amount);
          const posted = one.invoice.receipts.filter((receipt) => Math.max(receipt.day, one.invoice.issued) <= now);
          expect(taken + one.overpaid).toBe(sum(posted.map(({ amount }) => amount)));
        }
      }),
    );
  });
});

describe('the collected share', () => {
  it('of the worked example is 46.67 %, with the interval of as many equal invoices as leave that doubt', () => {
    const rows: [age: number, isPaid: boolean][] = [
      [20, true],
      [45, true],
      [30, false],
      [70, false],
      [65, true],
    ];
    const parts = rows.map(([age, isPaid]) => ({ age, amount: 100, isPaid }));
    const found = collectedShare(parts, 60);
    expect(found?.share).toBeCloseTo(0.4666666667, 9);
    // Greenwood: 1/(5·4) + 1/(3·2) = 0.21667; 0.46667 ÷ (0.53333 · 0.21667) = 4.0385 invoices; Wilson of these.
    expect(found?.interval.low).toBeCloseTo(0.1342, 4);
    expect(found?.interval.high).toBeCloseTo(0.8316, 4);
  });

  it('is not known while nothing was watched so long, and is known as soon as all is paid', () => {
    expect(collectedShare([{ age: 10, amount: 5, isPaid: false }], 60)).toBeNull();
    expect(collectedShare([], 60)).toBeNull();
    expect(collectedShare([{ age: 10, amount: 5, isPaid: true }], 60)).toMatchObject({ share: 1 });
    expect(collectedShare([{ age: 60, amount: 5, isPaid: false }], 60)).toMatchObject({ share: 0 });
  });

  it('counts what a credit note took off as neither collected nor open', () => {
    const standings = standingsOn([invoice(0, 100, [10, 50], [20, 50, 'credit-note']), invoice(0, 50)], day + 70);
    expect(collectedShare(agedAmounts(standings, day + 70, 'issue'), 60)?.share).toBeCloseTo(0.5, 12);
    expect(collectedShare(agedInvoices(standings, day + 70, 'issue'), 60)?.share).toBe(0.5);
  });

  it('from the due day leaves out whole what is not due yet', () => {
    const standings = standingsOn([invoice(0, 100, [10, 100]), invoice(20, 100, [5, 60])], day + 40);
    expect(agedAmounts(standings, day + 40, 'due')).toEqual([{ age: 0, amount: 100, isPaid: true }]);
    expect(agedAmounts(standings, day + 40, 'issue')).toHaveLength(3);
  });

  it('by law of equal invoices that are all watched is the plain share with Wilson’s interval', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 40 }), (ages) => {
        const found = collectedShare(
          ages.map((age) => ({ age, amount: 7, isPaid: true })),
          60,
        );
        const successes = ages.filter((age) => age <= 60).length;
        const { low, high } = wilson({ successes, trials: ages.length });
        expect(found?.share).toBeCloseTo(successes / ages.length, 10);
        expect(found?.interval.low).toBeCloseTo(low, 8);
        expect(found?.interval.high).toBeCloseTo(high, 8);
      }),
    );
  });

  it('by law lies within its interval, and is the naive share once everything is settled', () => {
    fc.assert(
      fc.property(invoices, on, (some, now) => {
        const standings = standingsOn(some, now);
        const found = collectedShare(agedAmounts(standings, now, 'issue'), 45);
        if (!found) return;
        expect(found.interval.low).toBeLessThanOrEqual(found.share + 1e-9);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.share - 1e-9);
        const exposure = sum(standings.map(exposureOf));
        if (standings.every(({ open }) => open === 0))
          expect(found.share).toBeCloseTo(collectedBy(standings, 'issue', 45) / exposure, 9);
      }),
    );
  });
});

describe('receivables on a day', () => {
  it('have days outstanding, the best possible ones, and what being late adds', () => {
    const some = [invoice(0, 3000, [50, 3000]), invoice(31, 6000), invoice(70, 3000)];
    const found = receivablesOn(standingsOn(some, day + 89), day + 89, { window: 90 });
    expect(found).toMatchObject({ open: 9000, buckets: [3000, 6000, 0, 0, 0], overdue: 6000, sales: 12_000 });
    expect(found.daysOutstanding).toBeCloseTo(67.5, 12);
    expect(found.bestPossible).toBeCloseTo(22.5, 12);
    expect(found.delinquent).toBeCloseTo(45, 12);
    // March sold 3,000 in 31 days, February 6,000 in 28.
    expect(found.countBack).toBe(31 + 28);
  });

  it('know no ratio of a window before the books begin', () => {
    const some = [invoice(10, 3000)];
    expect(beginOf(standingsOn(some, day + 29))).toBe(day);
    expect(receivablesOn(standingsOn(some, day + 29), day + 29, { window: 30 }).daysOutstanding).toBe(30);
    expect(receivablesOn(standingsOn(some, day + 29), day + 29, { window: 31 })).toMatchObject({
      sales: null,
      daysOutstanding: null,
    });
    expect(receivablesOn([], day, { window: 30 })).toMatchObject({ open: 0, daysOutstanding: null, countBack: 0 });
    expect(() => receivablesOn([], day, { window: 0 })).toThrow(RangeError);
  });

  it('by law sum from their buckets, do not depend on the unit of money, and are all collected when nothing is overdue', () => {
    fc.assert(
      fc.property(invoices, on, (some, now) => {
        const found = receivablesOn(standingsOn(some, now), now, { window: 30 });
        expect(sum(found.buckets)).toBe(found.open);
        expect(found.open).toBe(sum(standingsOn(some, now).map(({ open }) => open)));
        const hundredfold = some.map((one) => ({
          ...one,
          amount: one.amount * 100,
          receipts: one.receipts.map((receipt) => ({ ...receipt, amount: receipt.amount * 100 })),
        }));
        const again = receivablesOn(standingsOn(hundredfold, now), now, { window: 30 });
        if (found.daysOutstanding === null) expect(again.daysOutstanding).toBeNull();
        else expect(again.daysOutstanding).toBeCloseTo(found.daysOutstanding, 6);
        const { ratio, ...parts } = effectivenessIn(some, { first: now - 30, last: now });
        if (ratio !== null) expect(ratio === 1).toBe(parts.closing === parts.closingCurrent);
      }),
    );
  });
});

describe('cohorts, weeks and customers', () => {
  it('of a month are followed as long as one of their invoices was watched', () => {
    const standings = standingsOn([invoice(0, 100, [10, 100]), invoice(30, 300), invoice(33, 100)], day + 64);
    expect(cohortsOf(standings, day + 64, [15, 30, 45])).toEqual([
      { month: day, invoices: 2, exposure: 400, open: 300, shares: [0.25, 0.25, null] },
      { month: toDay('2026-02-01'), invoices: 1, exposure: 100, open: 100, shares: [0, 0, null] },
    ]);
  });

  it('expect cash by the curve of the past: half of it paid at 10 days, the other half at 20', () => {
    const past = standingsOn([invoice(0, 100, [10, 100]), invoice(0, 100, [20, 100])], day + 60);
    const curve = curveOf(agedAmounts(past, day + 60, 'issue'));
    // 2026-03-02 is a Monday: what was issued on the Friday before is 3 days old, what is 30 days old nobody has paid so late.
    const now = standingsOn([invoice(57, 100), invoice(30, 40)], day + 60);
    expect(weeksAfter(day + 60, 2, 1)).toEqual([
      { first: day + 61, last: day + 66 },
      { first: day + 67, last: day + 73 },
    ]);
    const found = expectedCash(now, curve, { on: day + 60, count: 3, weekStart: 1 });
    expect(found.weeks.map(({ expected }) => expected)).toEqual([0, 50, 50]);
    expect(found).toMatchObject({ later: 0, unknown: 40 });
  });

  it('by law expect no more and no less than what is open', () => {
    fc.assert(
      fc.property(invoices, on, (some, now) => {
        const standings = standingsOn(some, now);
        const curve = curveOf(agedAmounts(standings, now, 'issue'));
        const { weeks, later, unknown } = expectedCash(standings, curve, { on: now, count: 6, weekStart: 7 });
        expect(sum(weeks.map(({ expected }) => expected)) + later + unknown).toBe(
          sum(standings.map(({ open }) => open)),
        );
        expect(weeks.every(({ expected }) => expected >= 0) && later >= 0).toBe(true);
      }),
    );
  });

  it('tell how late a customer pays, of what can be judged', () => {
    const standings = standingsOn(
      [invoice(0, 5, [20, 5]), invoice(1, 5, [40, 5]), invoice(2, 5), invoice(50, 5)],
      day + 60,
    );
    expect(latenessOf(standings, day + 60)).toEqual({
      judged: 3,
      late: 2,
      lateShare: 2 / 3,
      settled: 2,
      daysToSettle: 30,
      daysLate: 10,
    });
    expect(latenessOf([], day)).toMatchObject({ lateShare: null, daysToSettle: null, daysLate: null });
  });
});
