import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, civilDateOf, daysIn, daysInMonth, toDay, toIso, weekdayOf } from './civil-day.ts';

const anyDay = fc.integer({ min: toDay('1800-01-01'), max: toDay('2300-12-31') });

describe('a civil day', () => {
  it.each([
    ['1970-01-01', 0, 4],
    ['1969-12-31', -1, 3],
    ['2000-02-29', 11016, 2],
    ['2026-04-16', 20559, 4],
    ['0001-01-01', -719162, 1],
    ['9999-12-31', 2932896, 5],
  ])('%s is day %i and weekday %i', (date, day, weekday) => {
    expect(toDay(date)).toBe(day);
    expect(toIso(day)).toBe(date);
    expect(weekdayOf(day)).toBe(weekday);
  });

  it.each(['2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '0000-05-05'])(
    '%s does not exist and is refused',
    (date) => {
      expect(() => toDay(date)).toThrow(/no day/);
    },
  );

  it.each(['2024-1-1', '24-01-01', '2024/01/01', '2024-01-01T00:00', '', '２024-01-01'])(
    '"%s" is not how a day is written',
    (date) => {
      expect(() => toDay(date)).toThrow(/YYYY-MM-DD/);
    },
  );

  it('is refused when it is not whole or beyond the years that can be written', () => {
    expect(() => toIso(0.5)).toThrow(RangeError);
    expect(() => toIso(2932897)).toThrow(RangeError);
    expect(() => toIso(Number.NaN)).toThrow(RangeError);
  });

  it('survives the way to text and back, and tomorrow follows today', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(toDay(toIso(day))).toBe(day);
        expect(weekdayOf(day + 1)).toBe((weekdayOf(day) % 7) + 1);
        expect(toIso(day) < toIso(day + 1)).toBe(true);
      }),
    );
  });

  it('steps through every day of 400 years in the order of the months', () => {
    let day = toDay('1900-03-01');
    for (let year = 1900; year < 2300; year += 1) {
      for (let index = 2; index < 14; index += 1) {
        const month = (index % 12) + 1;
        const inYear = index < 12 ? year : year + 1;
        for (let dayOfMonth = 1; dayOfMonth <= daysInMonth(inYear, month); dayOfMonth += 1) {
          const date = civilDateOf(day);
          if (date.year !== inYear || date.month !== month || date.dayOfMonth !== dayOfMonth) {
            expect(date).toEqual({ year: inYear, month, dayOfMonth });
          }
          day += 1;
        }
      }
    }
    expect(toIso(day)).toBe('2300-03-01');
  });
});

describe('months added to a day', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2023-12-31', 2, '2024-02-29'],
  ])('%s and %i months is %s: a shorter month ends earlier', (from, months, to) => {
    expect(toIso(addMonths(toDay(from), months))).toBe(to);
  });

  it('land in the month that was asked for, and come back to a day that every month has', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const from = civilDateOf(day);
        const to = civilDateOf(addMonths(day, months));
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months);
        if (from.dayOfMonth <= 28) expect(addMonths(addMonths(day, months), -months)).toBe(day);
      }),
    );
  });
});

describe('a span of days', () => {
  it('counts both its ends, and nothing when it ends before it begins', () => {
    expect(daysIn({ first: 10, last: 10 })).toBe(1);
    expect(daysIn({ first: 10, last: 16 })).toBe(7);
    expect(daysIn({ first: 10, last: 8 })).toBe(0);
  });
});
