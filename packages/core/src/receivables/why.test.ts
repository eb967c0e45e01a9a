import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { record } from '../explain/derive.ts';
import { evaluate, isConstant, misstated } from '../explain/why.ts';
import { type AgeFrom, agedAmounts, agedInvoices, collectedShare, curveOf } from './collected-share.ts';
import { expectedCash } from './expected-cash.ts';
import { type Invoice, type Receipt, standingsOn } from './invoice.ts';
import { latenessOf } from './lateness.ts';
import { beginOf, effectivenessIn, receivablesOn } from './receivables-on.ts';
import { whyCollected } from './why-collected.ts';
import { whyExpected, whyLater, whyUnknown } from './why-expected.ts';
import { whyDaysToSettle, whyLateShare } from './why-lateness.ts';
import {
  type ReceivableSources,
  whyBucket,
  whyCountBack,
  whyDaysOutstanding,
  whyDelinquent,
  whyEffectiveness,
  whyOpen,
} from './why-receivables.ts';

const day = toDay('2026-01-01');
const sources: ReceivableSources = {
  invoice: ({ id }, value, unit) => record('invoice', id, value, unit),
  receipt: ({ receipt }, _, value, unit) => record('receipt', receipt.id, value, unit),
};
const invoices = fc.array(
  fc
    .record({
      id: fc.uuid(),
      issued: fc.integer({ min: day, max: day + 120 }),
      terms: fc.integer({ min: 0, max: 60 }),
      amount: fc.integer({ min: 1, max: 1e7 }),
      receipts: fc.array(
        fc.record({
          id: fc.uuid(),
          day: fc.integer({ min: day, max: day + 200 }),
          amount: fc.integer({ min: 1, max: 1e7 }),
          kind: fc.constantFrom<Receipt['kind']>('receipt', 'receipt', 'credit-note'),
        }),
        { maxLength: 3 },
      ),
    })
    .map(({ terms, ...one }): Invoice => ({ ...one, due: one.issued + terms })),
  { minLength: 1, maxLength: 25 },
);
const on = fc.integer({ min: day + 20, max: day + 200 });

it('every figure of a day recomputes from invoices and receipts', () => {
  fc.assert(
    fc.property(invoices, on, (some, now) => {
      const standings = standingsOn(some, now);
      const found = receivablesOn(standingsOn(some, now), now, { window: 30 });
      const begins = beginOf(standings);
      const at = { on: now, window: 30 };
      const open = whyOpen(standings, now, sources);
      expect(evaluate(open)).toBe(found.open);
      expect(misstated(open)).toEqual([]);
      expect(isConstant(open)).toBe(false);
      expect(whyOpen(standings, now, sources, true).value).toBe(found.overdue);
      found.buckets.forEach((amount, place) => {
        expect(whyBucket(standings, now, place, sources).value).toBe(amount);
      });
      if (found.daysOutstanding !== null && found.bestPossible !== null) {
        expect(whyDaysOutstanding(standings, at, sources).value).toBe(found.daysOutstanding);
        expect(whyDaysOutstanding(standings, { ...at, isBest: true }, sources).value).toBe(found.bestPossible);
        expect(whyDelinquent(standings, at, sources).value).toBe(found.delinquent);
      }
      const back = whyCountBack(standings, { on: now, begins }, sources);
      if (found.countBack === null) expect(back).toBeNull();
      else expect(back?.value).toBeCloseTo(found.countBack, 9);
      const span = { first: now - 30, last: now };
      const { ratio } = effectivenessIn(some, span);
      if (ratio !== null) {
        const before = standingsOn(some, span.first - 1);
        expect(whyEffectiveness({ before, after: standings }, span, sources).value).toBe(ratio);
      }
    }),
  );
});

it('the collected share is Kaplan–Meier written as a sum over its records', () => {
  const asked = { from: fc.constantFrom<AgeFrom>('issue', 'due'), days: fc.constantFrom(0, 15, 30, 60) };
  fc.assert(
    fc.property(invoices, on, asked.from, asked.days, (some, now, from, days) => {
      const standings = standingsOn(some, now);
      for (const [by, parts] of [
        ['amount', agedAmounts(standings, now, from)],
        ['count', agedInvoices(standings, now, from)],
      ] as const) {
        const found = collectedShare(parts, days);
        if (!found) continue;
        const why = whyCollected(standings, { on: now, from, days, by }, sources);
        expect(why.value).toBeCloseTo(found.share, 9);
        expect(misstated(why)).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

it('the cash of every week recomputes from what is open and the chances of its age', () => {
  fc.assert(
    fc.property(invoices, on, (some, now) => {
      const standings = standingsOn(some, now);
      const curve = curveOf(agedAmounts(standings, now, 'issue'));
      const cash = expectedCash(standings, curve, { on: now, count: 4, weekStart: 1 });
      for (const week of cash.weeks)
        expect(whyExpected(standings, curve, { on: now, ...week }, sources).value).toBe(week.expected);
      const last = cash.weeks.at(-1)?.last ?? now;
      expect(whyLater(standings, curve, { on: now, last }, sources).value).toBe(cash.later);
      expect(whyUnknown(standings, curve, now, sources).value).toBe(cash.unknown);
    }),
  );
});

it('lateness recomputes from the invoices that can be judged', () => {
  fc.assert(
    fc.property(invoices, on, (some, now) => {
      const standings = standingsOn(some, now);
      const { lateShare, daysToSettle } = latenessOf(standings, now);
      if (lateShare !== null) expect(whyLateShare(standings, now, sources).value).toBe(lateShare);
      if (daysToSettle !== null) expect(whyDaysToSettle(standings, sources).value).toBeCloseTo(daysToSettle, 9);
    }),
  );
});
