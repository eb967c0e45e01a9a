import type { OrganisationView } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type FiscalCalendar, fiscalMonths, fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import type { WorkingCalendar } from '@milepost/core/calendar/workdays';

/** An organisation's fiscal calendar, as core reads it. */
export const fiscalOf = (organisation: OrganisationView): FiscalCalendar => ({
  firstMonth: organisation.fiscalYearStart,
  label: organisation.fiscalYearLabel,
});

export const workingOf = (organisation: OrganisationView): WorkingCalendar => ({
  workingWeekdays: organisation.workingWeekdays,
  holidays: new Set(organisation.holidays.map(toDay)),
});

/** The twelve months of a fiscal year as civil days. */
export const monthsOf = (organisation: OrganisationView, year: number): { from: string; to: string }[] =>
  fiscalMonths(year, fiscalOf(organisation)).map(({ first, last }) => ({ from: toIso(first), to: toIso(last) }));

export const fiscalLabel = (organisation: OrganisationView, startsOn: string): string =>
  fiscalYearOf(toDay(startsOn), fiscalOf(organisation)).label;

/** The earlier of two civil days: as text they are in the order of time. */
export const earlierOf = (a: string, b: string): string => (a.localeCompare(b) <= 0 ? a : b);
