import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, weekdayOf } from './civil-day.ts';
import { isoWeek, isoWeekStart, isoWeeksIn } from './iso-week.ts';

describe('an ISO week', () => {
  it.each([
    ['2026-12-31', 2026, 53],
    ['2027-01-03', 2026, 53],
    ['2027-01-04', 2027, 1],
    ['2024-12-30', 2025, 1],
    ['2021-01-01', 2020, 53],
    ['2023-01-01', 2022, 52],
  ])('of %s is in %i, week %i', (date, year, week) => {
    expect(isoWeek(toDay(date))).toEqual({ year, week });
  });

  it('comes a 53rd time in the years whose Thursday is first or last', () => {
    const years = Array.from({ length: 40 }, (_, index) => 2000 + index);
    expect(years.filter((year) => isoWeeksIn(year) === 53)).toEqual([2004, 2009, 2015, 2020, 2026, 2032, 2037]);
  });

  it('begins on a Monday and holds seven days, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 120_000 }), (day) => {
        const start = isoWeekStart(isoWeek(day));
        expect(weekdayOf(start)).toBe(1);
        expect(day - start).toBe(weekdayOf(day) - 1);
      }),
    );
  });

  it('is refused when the year has no such week', () => {
    expect(() => isoWeekStart({ year: 2025, week: 53 })).toThrow(RangeError);
    expect(() => isoWeekStart({ year: 2025, week: 0 })).toThrow(RangeError);
  });
});
