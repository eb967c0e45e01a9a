import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, toDay, toIso } from './civil-day.ts';
import { fiscalMonths, fiscalYearOf, fiscalYearStart, periodContaining, previousPeriod } from './fiscal-year.ts';

const calendarYear = { firstMonth: 1, label: 'start' } as const;
const fromApril = { firstMonth: 4, label: 'start' } as const;
const fromJuly = { firstMonth: 7, label: 'end' } as const;
const written = ({ first, last }: Span): string[] => [toIso(first), toIso(last)];

describe('a fiscal year', () => {
  it('from April changes between 31 March and 1 April', () => {
    expect(fiscalYearOf(toDay('2026-03-31'), fromApril)).toEqual({
      year: 2025,
      quarter: 4,
      month: 12,
      label: 'FY2025',
    });
    expect(fiscalYearOf(toDay('2026-04-01'), fromApril)).toEqual({ year: 2026, quarter: 1, month: 1, label: 'FY2026' });
  });

  it('from July, named by its end, is FY2019 from July 2018 to June 2019', () => {
    expect(fiscalYearOf(toDay('2018-07-01'), fromJuly).label).toBe('FY2019');
    expect(fiscalYearOf(toDay('2019-06-30'), fromJuly)).toEqual({ year: 2019, quarter: 4, month: 12, label: 'FY2019' });
    expect(written(periodContaining(toDay('2019-02-10'), 'year', fromJuly))).toEqual(['2018-07-01', '2019-06-30']);
  });

  it('from January has one name, by its start and by its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        expect(fiscalYearOf(day, { firstMonth: 1, label: 'end' })).toEqual(fiscalYearOf(day, calendarYear));
      }),
    );
  });

  it('is refused when its first month does not exist', () => {
    expect(() => fiscalYearOf(0, { firstMonth: 13, label: 'end' })).toThrow(RangeError);
    expect(() => fiscalMonths(2026, { firstMonth: 0, label: 'end' })).toThrow(RangeError);
  });
});

describe('"this quarter" and "last quarter"', () => {
  it('on 15 March are January to March, and October to December before', () => {
    const today = toDay('2026-03-15');
    expect(written(periodContaining(today, 'quarter', calendarYear))).toEqual(['2026-01-01', '2026-03-31']);
    expect(written(previousPeriod(today, 'quarter', calendarYear))).toEqual(['2025-10-01', '2025-12-31']);
  });

  it('in the fourth quarter, the last one is July to September', () => {
    expect(written(previousPeriod(toDay('2026-11-11'), 'quarter', calendarYear))).toEqual(['2026-07-01', '2026-09-30']);
  });

  it('and "last month" in March of a leap year ends on the 29th', () => {
    expect(written(previousPeriod(toDay('2024-03-31'), 'month', fromApril))).toEqual(['2024-02-01', '2024-02-29']);
  });
});

describe('the periods of a fiscal year', () => {
  const anyCalendar = fc.record({
    firstMonth: fc.integer({ min: 1, max: 12 }),
    label: fc.constantFrom('start' as const, 'end' as const),
  });
  const anyDay = fc.integer({ min: -20_000, max: 60_000 });

  it('follow each other without gap, twelve months to the year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), anyCalendar, (year, calendar) => {
        const months = fiscalMonths(year, calendar);
        expect(months).toHaveLength(12);
        expect(months[0]?.first).toBe(fiscalYearStart(year, calendar));
        for (const [index, month] of months.entries()) {
          expect(month.last + 1).toBe(months[index + 1]?.first ?? fiscalYearStart(year + 1, calendar));
          expect(fiscalYearOf(month.first, calendar)).toMatchObject({ year, month: index + 1 });
        }
      }),
    );
  });

  it('hold the day they were asked for, a month inside its quarter inside its year', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (day, calendar) => {
        const month = periodContaining(day, 'month', calendar);
        const quarter = periodContaining(day, 'quarter', calendar);
        const year = periodContaining(day, 'year', calendar);
        const order = [year.first, quarter.first, month.first, day, month.last, quarter.last, year.last];
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const kind of ['month', 'quarter', 'year'] as const) {
          expect(previousPeriod(day, kind, calendar).last).toBe(periodContaining(day, kind, calendar).first - 1);
        }
      }),
    );
  });
});
