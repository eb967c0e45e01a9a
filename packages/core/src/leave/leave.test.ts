import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import { daysOffOf, type Leave, longestLeave, overlaps, workdaysOff } from './leave.ts';

const leave = (first: string, last = first, more: Partial<Leave> = {}): Leave => ({
  first: toDay(first),
  last: toDay(last),
  startsAtNoon: false,
  endsAtNoon: false,
  ...more,
});
const year = { first: toDay('2026-01-01'), last: toDay('2026-12-31') };

describe('two leaves', () => {
  it('that share a day overlap; that meet at noon do not', () => {
    const morning = leave('2026-07-06', '2026-07-08', { endsAtNoon: true });
    expect(overlaps(morning, leave('2026-07-08'))).toBe(true);
    expect(overlaps(morning, leave('2026-07-08', '2026-07-10', { startsAtNoon: true }))).toBe(false);
    expect(overlaps(morning, leave('2026-07-09'))).toBe(false);
  });

  it('overlap one way as the other, and each overlaps itself', () => {
    const any = fc
      .record({
        first: fc.integer({ min: year.first, max: year.first + 20 }),
        length: fc.integer({ min: 1, max: 9 }),
        startsAtNoon: fc.boolean(),
        endsAtNoon: fc.boolean(),
      })
      .map(({ first, length, ...more }) => ({ first, last: first + length, ...more }));
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(overlaps(one, one)).toBe(true);
        const together = daysOffOf([one, other]);
        const apart = workdaysOff(daysOffOf([one]), year, MONDAY_TO_FRIDAY);
        const both = apart + workdaysOff(daysOffOf([other]), year, MONDAY_TO_FRIDAY);
        // Half-days in common count once; leaves apart add up exactly.
        if (overlaps(one, other)) expect(workdaysOff(together, year, MONDAY_TO_FRIDAY)).toBeLessThanOrEqual(both);
        else expect(workdaysOff(together, year, MONDAY_TO_FRIDAY)).toBe(both);
      }),
    );
  });
});

describe('days off', () => {
  it('count working days, halves as half: Friday noon to Tuesday is 2.5 days', () => {
    const away = daysOffOf([leave('2026-07-03', '2026-07-07', { startsAtNoon: true })]);
    expect(workdaysOff(away, year, MONDAY_TO_FRIDAY)).toBe(2.5);
    expect([...away.halfDaysOff]).toEqual([toDay('2026-07-03')]);
  });

  it('of a morning and an afternoon are one whole day', () => {
    const halves = [leave('2026-07-06', '2026-07-06', { endsAtNoon: true })];
    halves.push(leave('2026-07-06', '2026-07-06', { startsAtNoon: true }));
    expect(daysOffOf(halves)).toEqual({ daysOff: new Set([toDay('2026-07-06')]), halfDaysOff: new Set() });
  });

  it('are refused for a leave that cannot be', () => {
    expect(() => daysOffOf([leave('2026-07-06', '2026-07-05')])).toThrow(RangeError);
    const nothing = leave('2026-07-06', '2026-07-06', { startsAtNoon: true, endsAtNoon: true });
    expect(() => overlaps(nothing, nothing)).toThrow(RangeError);
    const endless = { ...leave('2026-07-06'), last: toDay('2026-07-06') + longestLeave };
    expect(() => daysOffOf([endless])).toThrow(RangeError);
  });
});
