import { type Day, dayOf, type Span, type Weekday, weekdayOf } from './civil-day.ts';
import { type FiscalCalendar, fiscalMonths } from './fiscal-year.ts';
import { isoWeekStart, isoWeeksIn } from './iso-week.ts';

/**
 * How a year is cut into periods.
 *
 * - `gregorian`: twelve calendar months from any first month.
 * - `4-4-5`, `4-5-4`, `5-4-4`: twelve periods of whole weeks. The year begins on the first weekday of the week that is
 *   nearest to (`nearest`), or the last one not after (`on-or-before`), the 1st of its first month; a 53rd week falls to
 *   the last period. `name` says whether the year carries the calendar year of its start or of its end.
 * - `iso`: the 52 or 53 weeks of ISO 8601.
 */
export type PeriodCalendar =
  | ({ readonly kind: 'gregorian' } & FiscalCalendar)
  | ({ readonly kind: WeekPattern } & WeekYear)
  | { readonly kind: 'iso' };

export type WeekPattern = '4-4-5' | '4-5-4' | '5-4-4';

export type WeekYear = {
  readonly firstMonth: number;
  readonly firstWeekday: Weekday;
  readonly begins: 'nearest' | 'on-or-before';
  readonly label: 'start' | 'end';
};

/** One period: its place in the year from 1, its quarter, and its days. */
export type Period = Span & { readonly year: number; readonly number: number; readonly quarter: number };

/** The retail calendar of the National Retail Federation: 4-5-4, from the Sunday nearest to 1 February. */
export const NRF_CALENDAR: PeriodCalendar = {
  kind: '4-5-4',
  firstMonth: 2,
  firstWeekday: 7,
  begins: 'nearest',
  label: 'start',
};

/** The periods of a year in their order, without gap or overlap. Throws RangeError on a first month outside 1–12. */
export function periods(calendar: PeriodCalendar, year: number): Period[] {
  if (calendar.kind === 'gregorian') return numbered(year, fiscalMonths(year, calendar), 3);
  if (calendar.kind === 'iso')
    return numbered(year, weeksFrom(isoWeekStart({ year, week: 1 }), ones(isoWeeksIn(year))), 13);
  const start = weekYearStart(calendar, year);
  const weeks = (weekYearStart(calendar, year + 1) - start) / 7;
  const lengths = Array.from({ length: 4 }, () => calendar.kind.split('-').map(Number)).flat();
  lengths[11] = (lengths[11] as number) + weeks - 52;
  return numbered(year, weeksFrom(start, lengths), 3);
}

/** How many weeks a year of whole weeks has, 52 or 53; null for calendar months. */
export function weeksInYear(calendar: PeriodCalendar, year: number): number | null {
  if (calendar.kind === 'gregorian') return null;
  if (calendar.kind === 'iso') return isoWeeksIn(year);
  return (weekYearStart(calendar, year + 1) - weekYearStart(calendar, year)) / 7;
}

function weekYearStart(calendar: WeekYear, year: number): Day {
  const ahead = calendar.label === 'end' && calendar.firstMonth > 1 ? 1 : 0;
  const first = dayOf({ year: year - ahead, month: calendar.firstMonth, dayOfMonth: 1 });
  const daysSince = (weekdayOf(first) - calendar.firstWeekday + 7) % 7;
  return first - daysSince + (calendar.begins === 'nearest' && daysSince > 3 ? 7 : 0);
}

function weeksFrom(start: Day, lengths: readonly number[]): Span[] {
  let next = start;
  return lengths.map((weeks) => {
    const first = next;
    next += weeks * 7;
    return { first, last: next - 1 };
  });
}

function numbered(year: number, spans: readonly Span[], perQuarter: number): Period[] {
  return spans.map((span, index) => ({
    ...span,
    year,
    number: index + 1,
    // A 53rd ISO week belongs to the fourth quarter.
    quarter: Math.min(4, Math.floor(index / perQuarter) + 1),
  }));
}

function ones(count: number): number[] {
  return new Array<number>(count).fill(1);
}
