import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso, type Weekday, weekdayOf } from './civil-day.ts';
import { NRF_CALENDAR, type PeriodCalendar, periods, weeksInYear } from './periods.ts';

describe('the retail calendar', () => {
  it('has a 53rd week in 2000, 2006, 2012, 2017, 2023, 2028 and 2034', () => {
    const years = Array.from({ length: 40 }, (_, index) => 2000 + index);
    expect(years.filter((year) => weeksInYear(NRF_CALENDAR, year) === 53)).toEqual([
      2000, 2006, 2012, 2017, 2023, 2028, 2034,
    ]);
  });

  it('runs in 2023 from 29 January to 3 February, its January five weeks long', () => {
    const year = periods(NRF_CALENDAR, 2023);
    expect(toIso(year[0]?.first ?? 0)).toBe('2023-01-29');
    expect(toIso(year[11]?.first ?? 0)).toBe('2023-12-31');
    expect(toIso(year[11]?.last ?? 0)).toBe('2024-02-03');
    expect(year.map(({ first, last }) => (last - first + 1) / 7)).toEqual([4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5, 5]);
  });
});

describe('the periods of a year', () => {
  it('are calendar months from any first month', () => {
    const year = periods({ kind: 'gregorian', firstMonth: 10, label: 'end' }, 2024);
    expect(toIso(year[0]?.first ?? 0)).toBe('2023-10-01');
    expect(year[4]).toMatchObject({ year: 2024, number: 5, quarter: 2 });
    expect(toIso(year[4]?.last ?? 0)).toBe('2024-02-29');
  });

  it('are the 53 ISO weeks of 2026, the last in the fourth quarter', () => {
    const year = periods({ kind: 'iso' }, 2026);
    expect(year).toHaveLength(53);
    expect(year[12]).toMatchObject({ number: 13, quarter: 1 });
    expect(year[52]).toMatchObject({ number: 53, quarter: 4 });
    expect([toIso(year[0]?.first ?? 0), toIso(year[52]?.last ?? 0)]).toEqual(['2025-12-29', '2027-01-03']);
  });

  it('may begin with the last Saturday not after the 1st', () => {
    const calendar: PeriodCalendar = {
      kind: '4-4-5',
      firstMonth: 10,
      firstWeekday: 6,
      begins: 'on-or-before',
      label: 'end',
    };
    const year = periods(calendar, 2025);
    expect(toIso(year[0]?.first ?? 0)).toBe('2024-09-28');
    expect(year.map(({ first, last }) => (last - first + 1) / 7)).toEqual([4, 4, 5, 4, 4, 5, 4, 4, 5, 4, 4, 5]);
    expect(weeksInYear(calendar, 2028)).toBe(53);
  });

  const label = fc.constantFrom('start' as const, 'end' as const);
  const firstMonth = fc.integer({ min: 1, max: 12 });
  const weekCalendar = fc.record({
    kind: fc.constantFrom('4-4-5' as const, '4-5-4' as const, '5-4-4' as const),
    firstMonth,
    firstWeekday: fc.integer({ min: 1, max: 7 }) as fc.Arbitrary<Weekday>,
    begins: fc.constantFrom('nearest' as const, 'on-or-before' as const),
    label,
  });
  const anyCalendar: fc.Arbitrary<PeriodCalendar> = fc.oneof(
    weekCalendar,
    fc.record({ kind: fc.constant('gregorian' as const), firstMonth, label }),
    fc.constant({ kind: 'iso' as const }),
  );

  it('follow each other without gap or overlap, into the next year', () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1950, max: 2100 }), (calendar, year) => {
        const both = [...periods(calendar, year), ...periods(calendar, year + 1)];
        for (const [index, period] of both.slice(1).entries()) expect(period.first).toBe((both[index]?.last ?? 0) + 1);
      }),
    );
  });

  it('of whole weeks begin on the chosen weekday, near the first month, and count 52 or 53', () => {
    fc.assert(
      fc.property(weekCalendar, fc.integer({ min: 1950, max: 2100 }), (calendar, year) => {
        const all = periods(calendar, year);
        const weeks = all.map(({ first, last }) => (last - first + 1) / 7);
        expect(all.map(({ first }) => weekdayOf(first))).toEqual(all.map(() => calendar.firstWeekday));
        expect(weeks.reduce((sum, count) => sum + count, 0)).toBe(weeksInYear(calendar, year));
        expect([52, 53]).toContain(weeksInYear(calendar, year));
      }),
    );
  });

  it('have no count of weeks when they are calendar months', () => {
    expect(weeksInYear({ kind: 'gregorian', firstMonth: 1, label: 'start' }, 2026)).toBeNull();
    expect(weeksInYear({ kind: 'iso' }, 2026)).toBe(53);
  });
});
