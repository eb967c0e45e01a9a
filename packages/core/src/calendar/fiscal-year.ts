import { addMonths, civilDateOf, type Day, dayOf, type Span } from './civil-day.ts';

/**
 * When the fiscal year begins (1 = January … 12 = December), and whether it is named after the calendar year it starts
 * in or the one it ends in. July 2018 to June 2019 is FY2018 by its start, FY2019 by its end.
 */
export type FiscalCalendar = { readonly firstMonth: number; readonly label: 'start' | 'end' };

/** Where a day stands in its fiscal year; `quarter` 1–4 and `month` 1–12 count from the year's first month. */
export type FiscalDate = {
  readonly year: number;
  readonly quarter: number;
  readonly month: number;
  /** The year as it is written, `FY2026`. */
  readonly label: string;
};

export type FiscalPeriodKind = 'month' | 'quarter' | 'year';

const MONTHS_IN: Readonly<Record<FiscalPeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** The fiscal year, quarter and month of a day. */
export function fiscalYearOf(day: Day, calendar: FiscalCalendar): FiscalDate {
  demandFirstMonth(calendar);
  const { year, month } = civilDateOf(day);
  const beforeStart = month < calendar.firstMonth;
  const fiscalMonth = month - calendar.firstMonth + (beforeStart ? 12 : 0) + 1;
  const named = (beforeStart ? year - 1 : year) + namedYearsAhead(calendar);
  return { year: named, quarter: Math.ceil(fiscalMonth / 3), month: fiscalMonth, label: `FY${named}` };
}

/** The first day of a fiscal year. */
export function fiscalYearStart(year: number, calendar: FiscalCalendar): Day {
  demandFirstMonth(calendar);
  return dayOf({ year: year - namedYearsAhead(calendar), month: calendar.firstMonth, dayOfMonth: 1 });
}

/** The twelve months of a fiscal year in their order. */
export function fiscalMonths(year: number, calendar: FiscalCalendar): Span[] {
  const start = fiscalYearStart(year, calendar);
  return Array.from({ length: 12 }, (_, index) => spanOfMonths(addMonths(start, index), 1));
}

/** The month, quarter or year a day lies in. */
export function periodContaining(day: Day, kind: FiscalPeriodKind, calendar: FiscalCalendar): Span {
  const { year, month } = fiscalYearOf(day, calendar);
  const length = MONTHS_IN[kind];
  const monthsBefore = Math.floor((month - 1) / length) * length;
  return spanOfMonths(addMonths(fiscalYearStart(year, calendar), monthsBefore), length);
}

/** The month, quarter or year before the one a day lies in: "last quarter". */
export function previousPeriod(day: Day, kind: FiscalPeriodKind, calendar: FiscalCalendar): Span {
  return periodContaining(periodContaining(day, kind, calendar).first - 1, kind, calendar);
}

function spanOfMonths(first: Day, months: number): Span {
  return { first, last: addMonths(first, months) - 1 };
}

function namedYearsAhead({ firstMonth, label }: FiscalCalendar): 0 | 1 {
  return label === 'end' && firstMonth > 1 ? 1 : 0;
}

function demandFirstMonth({ firstMonth }: FiscalCalendar): void {
  if (Number.isInteger(firstMonth) && firstMonth >= 1 && firstMonth <= 12) return;
  throw new RangeError(`A fiscal year begins in month 1 to 12; got ${firstMonth}.`);
}
