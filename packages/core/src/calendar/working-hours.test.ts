import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from './civil-day.ts';
import { MONDAY_TO_FRIDAY } from './workdays.ts';
import {
  addWorkingMinutes,
  isWorkingTime,
  nextWorkingTime,
  type WorkingHours,
  workingMinutesBetween,
} from './working-hours.ts';

const nineToFive: WorkingHours = { ...MONDAY_TO_FRIDAY, startMinute: 540, endMinute: 1020 };
const at = (day: string, hour: number, minute = 0) => ({ day: toDay(day), minute: hour * 60 + minute });
// 2026-03-13 is a Friday.
const friday = at('2026-03-13', 16);

describe('K4 a deadline in working hours', () => {
  it('raised on Friday at 16:00, 8 hours: Monday at 16:00; with a holiday on Monday: Tuesday at 16:00', () => {
    expect(addWorkingMinutes(friday, 480, nineToFive)).toEqual(at('2026-03-16', 16));
    const closed = { ...nineToFive, holidays: new Set([toDay('2026-03-16')]) };
    expect(addWorkingMinutes(friday, 480, closed)).toEqual(at('2026-03-17', 16));
  });

  it('raised at night or at the weekend, it counts from the next morning of work', () => {
    expect(addWorkingMinutes(at('2026-03-13', 3), 60, nineToFive)).toEqual(at('2026-03-13', 10));
    expect(addWorkingMinutes(at('2026-03-14', 12), 60, nineToFive)).toEqual(at('2026-03-16', 10));
    expect(nextWorkingTime(at('2026-03-13', 17), nineToFive)).toEqual(at('2026-03-16', 9));
  });

  it('ends with the day where a whole day is given, not on the next morning', () => {
    expect(addWorkingMinutes(at('2026-03-12', 9), 480, nineToFive)).toEqual(at('2026-03-12', 17));
  });

  it('knows when work is done', () => {
    expect(
      [at('2026-03-13', 9), at('2026-03-13', 17), at('2026-03-14', 10)].map((t) => isWorkingTime(t, nineToFive)),
    ).toEqual([true, false, false]);
  });

  it('refuses hours that are none, minutes below zero, and a calendar in which nobody works', () => {
    expect(() => isWorkingTime(friday, { ...nineToFive, endMinute: 540 })).toThrow(RangeError);
    expect(() => addWorkingMinutes(friday, -1, nineToFive)).toThrow(RangeError);
    expect(() => nextWorkingTime(friday, { ...nineToFive, workingWeekdays: [] })).toThrow(RangeError);
  });

  it('by law is passed by exactly so many working minutes, and lies within the hours', () => {
    const times = fc.record({ day: fc.integer({ min: 20_000, max: 21_000 }), minute: fc.nat(1439) });
    const calendars = fc.record({
      workingWeekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      holidays: fc.array(fc.integer({ min: 20_000, max: 21_000 }), { maxLength: 20 }).map((days) => new Set(days)),
      startMinute: fc.integer({ min: 0, max: 700 }),
      endMinute: fc.integer({ min: 701, max: 1440 }),
    });
    fc.assert(
      fc.property(times, fc.nat(10_000), calendars, (from, minutes, hours) => {
        const due = addWorkingMinutes(from, minutes, hours);
        expect(workingMinutesBetween(from, due, hours)).toBe(minutes);
        expect(due.minute >= hours.startMinute && due.minute <= hours.endMinute).toBe(true);
        expect(workingMinutesBetween(due, from, hours)).toBe(0);
      }),
    );
  });
});
