import * as z from 'zod';
import { CivilDay, Currency, Name, orNull, recordFields } from './scalars.ts';

export const locales = ['en', 'zh-Hans', 'zh-Hant'] as const;
export const Locale = z.enum(locales);
export type Locale = z.infer<typeof Locale>;

/** How a part of a year is reckoned for those who do not serve all of it: see `capacityWeights` of core. */
export const proRataPolicies = ['working-capacity', 'calendar-days'] as const;

export const dateFormats = ['ymd', 'dmy', 'mdy'] as const;

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'a time zone such as Europe/Berlin');

const settings = {
  name: Name,
  currency: Currency,
  timeZone,
  /** First month of the fiscal year, 1–12. */
  fiscalYearStart: z.int().min(1).max(12),
  /** Is a fiscal year named for the calendar year in which it starts, or in which it ends? */
  fiscalYearLabel: z.enum(['start', 'end']),
  /** First day of the week, 1 = Monday … 7 = Sunday. */
  weekStart: z.int().min(1).max(7),
  workingWeekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  holidays: z.array(CivilDay).max(2000),
  dateFormat: z.enum(dateFormats),
  decimalMark: z.enum(['.', ',']),
  locale: Locale,
  /** ISO 3166-1 alpha-2: the country of phone numbers that are written without one; null when nobody has said. */
  country: orNull(z.string().regex(/^[A-Z]{2}$/)),
  proRata: z.enum(proRataPolicies),
  /** Hours of selling in a full day, for those who have none of their own. */
  sellingHoursPerDay: z.number().min(0).max(24),
  /** Hours of work on one lead until it is decided; null where nobody has said: that work is then not counted. */
  hoursPerLead: orNull(z.number().min(0).max(1000)),
  /** Between these times of a working day work is done, `HH:MM`: deadlines of issues are counted in them. */
  workStart: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  workEnd: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
};

export const OrganisationSettings = z.object({
  ...settings,
  country: settings.country.default(null),
  proRata: settings.proRata.default('working-capacity'),
  sellingHoursPerDay: settings.sellingHoursPerDay.default(8),
  hoursPerLead: settings.hoursPerLead.default(null),
  workStart: settings.workStart.default('09:00'),
  workEnd: settings.workEnd.default('17:00'),
});
export type OrganisationSettings = z.infer<typeof OrganisationSettings>;
export const OrganisationPatch = z.object(settings).omit({ currency: true }).partial();

export const OrganisationView = z.object({
  ...settings,
  ...recordFields,
  /** Digits after the decimal mark of the currency. */
  exponent: z.int().min(0).max(4),
});
export type OrganisationView = z.infer<typeof OrganisationView>;
