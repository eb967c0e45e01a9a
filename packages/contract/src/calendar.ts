import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { type FiscalCalendar, fiscalMonths, fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import type { WorkingCalendar } from '@milepost/core/calendar/workdays';
import type { OrganisationSettings } from './organisation.ts';

type Fiscal = Pick<OrganisationSettings, 'fiscalYearStart' | 'fiscalYearLabel'>;

/** An organisation's fiscal calendar, as core reads it. */
export const fiscalOf = (organisation: Fiscal): FiscalCalendar => ({
  firstMonth: organisation.fiscalYearStart,
  label: organisation.fiscalYearLabel,
});

/** Which days an organisation works, as core reads it. */
export const workingOf = (
  organisation: Pick<OrganisationSettings, 'workingWeekdays' | 'holidays'>,
): WorkingCalendar => ({
  workingWeekdays: organisation.workingWeekdays,
  holidays: new Set(organisation.holidays.map(toDay)),
});

/** The twelve months of a fiscal year as civil days. */
export const monthsOf = (organisation: Fiscal, year: number): { from: string; to: string }[] =>
  fiscalMonths(year, fiscalOf(organisation)).map(({ first, last }) => ({ from: toIso(first), to: toIso(last) }));

/** The fiscal year of a day as it is written, `FY2026`. */
export const fiscalLabel = (organisation: Fiscal, startsOn: string): string =>
  fiscalYearOf(toDay(startsOn), fiscalOf(organisation)).label;
