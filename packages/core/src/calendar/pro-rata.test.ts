import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from './civil-day.ts';
import { proRata } from './pro-rata.ts';
import { MONDAY_TO_FRIDAY } from './workdays.ts';

const secondQuarter = { first: toDay('2026-04-01'), last: toDay('2026-06-30') };
const fromSixteenth = { first: toDay('2026-04-16'), last: toDay('2026-12-31') };
const calendarDays = { by: 'calendar-days' } as const;
const workingDays = { by: 'working-days', calendar: MONDAY_TO_FRIDAY } as const;

describe('the target of somebody who joins on 16 April', () => {
  it('is 76 of 91 days by calendar days: 250,549.45 of 300,000', () => {
    expect(proRata(300_000_00, secondQuarter, fromSixteenth, calendarDays)).toEqual({
      status: 'ok',
      amount: 250_549_45,
      servedDays: 76,
      periodDays: 91,
    });
  });

  it('is 54 of 65 days by working days: 249,230.77', () => {
    expect(proRata(300_000_00, secondQuarter, fromSixteenth, workingDays)).toEqual({
      status: 'ok',
      amount: 249_230_77,
      servedDays: 54,
      periodDays: 65,
    });
  });

  it('is nothing before they join, and all of a period they serve in full', () => {
    const march = { first: toDay('2026-03-01'), last: toDay('2026-03-31') };
    const may = { first: toDay('2026-05-01'), last: toDay('2026-05-31') };
    expect(proRata(5_00, march, fromSixteenth, calendarDays)).toMatchObject({ amount: 0, servedDays: 0 });
    expect(proRata(5_00, may, fromSixteenth, workingDays)).toMatchObject({ amount: 5_00 });
  });
});

describe('a pro-rata target', () => {
  it('does not exist for a period without a working day', () => {
    const weekend = { first: toDay('2026-04-04'), last: toDay('2026-04-05') };
    expect(proRata(100, weekend, weekend, workingDays)).toEqual({ status: 'noWorkingDays' });
  });

  it('is refused for a period that ends before it begins', () => {
    expect(() => proRata(1, { first: 2, last: 1 }, fromSixteenth, calendarDays)).toThrow(RangeError);
    expect(() => proRata(0.5, secondQuarter, fromSixteenth, calendarDays)).toThrow(RangeError);
  });

  it('of two people who share a period adds up to the whole within one minor unit, and mirrors its sign', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 89 }), (total, handover) => {
        const day = secondQuarter.first + handover;
        const amountOf = (first: number, last: number, sum = total): number => {
          const part = proRata(sum, secondQuarter, { first, last }, calendarDays);
          return part.status === 'ok' ? part.amount : Number.NaN;
        };
        const leaver = amountOf(0, day - 1);
        const joiner = amountOf(day, 99_999);
        expect(Math.abs(total - leaver - joiner)).toBeLessThanOrEqual(1);
        expect(amountOf(day, 99_999, -total)).toBe(0 - joiner);
      }),
    );
  });
});
