import type { Locale } from '@milepost/contract/organisation';
import type { NewSetup } from '@milepost/contract/set-up';
import { newId } from '../http/new-id.ts';

export type SetupDraft = NewSetup;

const currencyByRegion: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  SG: 'SGD',
  JP: 'JPY',
  CH: 'CHF',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  IN: 'INR',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  KR: 'KRW',
};
const commaLanguages = new Set(['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'cs', 'sv', 'nb', 'da', 'fi', 'ru', 'tr']);

/**
 * The form of the first screen as it opens: what the browser knows of the place, the rest the most common answer.
 * @param place language tag of the browser (`de-CH`), its time zone, and the language chosen on the screen.
 */
export function draftOfPlace(place: { tag: string; timeZone: string; locale: Locale }): SetupDraft {
  const { language, region } = new Intl.Locale(place.tag).maximize();
  const isAmerican = region === 'US';
  const isChinese = language === 'zh';
  return {
    organisation: {
      name: '',
      currency: currencyByRegion[region ?? ''] ?? 'EUR',
      timeZone: place.timeZone,
      fiscalYearStart: 1,
      fiscalYearLabel: 'start',
      weekStart: isAmerican ? 7 : 1,
      workingWeekdays: [1, 2, 3, 4, 5],
      holidays: [],
      dateFormat: isAmerican ? 'mdy' : isChinese ? 'ymd' : 'dmy',
      decimalMark: commaLanguages.has(language) ? ',' : '.',
      locale: place.locale,
      country: region ?? null,
      proRata: 'working-capacity',
      sellingHoursPerDay: 8,
      hoursPerLead: null,
      workStart: '09:00',
      workEnd: '17:00',
    },
    admin: { id: newId(), name: '', email: '', password: '' },
  };
}
