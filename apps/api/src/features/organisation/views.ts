import type { OrganisationView } from '@milepost/contract/organisation';
import { currencyExponent } from '@milepost/core/money/currency';
import { fromJson } from '../../db/columns.ts';
import { recordFields } from '../../db/record-fields.ts';
import type { OrganisationTable } from '../../db/tables/people.ts';

export const organisationView = (row: OrganisationTable): OrganisationView => ({
  ...recordFields(row),
  name: row.name,
  currency: row.currency,
  exponent: currencyExponent(row.currency),
  timeZone: row.time_zone,
  fiscalYearStart: row.fiscal_year_start,
  fiscalYearLabel: row.fiscal_year_label,
  weekStart: row.week_start,
  workingWeekdays: fromJson(row.working_weekdays),
  holidays: fromJson(row.holidays),
  dateFormat: row.date_format,
  decimalMark: row.decimal_mark,
  locale: row.locale,
  country: row.country,
  proRata: row.pro_rata,
  sellingHoursPerDay: row.selling_minutes / 60,
  hoursPerLead: row.lead_minutes === null ? null : row.lead_minutes / 60,
  workStart: row.work_start,
  workEnd: row.work_end,
});
