import type { OrganisationSettings, OrganisationView } from '@milepost/contract/organisation';

/** The settings that are changed here: all but the currency, in which every amount is kept. */
export const settingKeys = [
  'name',
  'timeZone',
  'country',
  'locale',
  'dateFormat',
  'decimalMark',
  'fiscalYearStart',
  'fiscalYearLabel',
  'weekStart',
  'workingWeekdays',
  'holidays',
  'proRata',
  'sellingHoursPerDay',
  'hoursPerLead',
  'workStart',
  'workEnd',
] as const satisfies readonly (keyof OrganisationSettings)[];

/** The form of the settings: a copy that may be changed while the record stays. */
export const draftOf = (view: OrganisationView): OrganisationSettings => {
  const { name, currency, timeZone, fiscalYearStart, fiscalYearLabel, weekStart } = view;
  const { workingWeekdays, holidays, dateFormat, decimalMark, locale, country } = view;
  const { proRata, sellingHoursPerDay, hoursPerLead, workStart, workEnd } = view;
  return {
    ...{
      name,
      currency,
      timeZone,
      fiscalYearStart,
      fiscalYearLabel,
      weekStart,
      dateFormat,
      decimalMark,
      locale,
      country,
      proRata,
      sellingHoursPerDay,
      hoursPerLead,
      workStart,
      workEnd,
    },
    workingWeekdays: [...workingWeekdays],
    holidays: [...holidays],
  };
};

/** What is to be sent: the settings that differ from those the form was opened on. */
export function settingsPatch(draft: OrganisationSettings, seen: OrganisationView): Partial<OrganisationSettings> {
  const changed = settingKeys.filter((key) => JSON.stringify(draft[key]) !== JSON.stringify(seen[key]));
  return Object.fromEntries(changed.map((key) => [key, draft[key]]));
}
