import type { Locale } from '@milepost/contract/organisation';

export type Choice<T> = { value: T; label: string };

const first = ['EUR', 'USD', 'GBP', 'CNY', 'TWD', 'HKD', 'CHF', 'JPY'];

/** Every currency the browser knows by name, the common ones first: "EUR · Euro". */
export function currencyChoices(locale: Locale): Choice<string>[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  const codes = Intl.supportedValuesOf('currency');
  const others = codes.filter((code) => !first.includes(code));
  return [...first, ...others].map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` }));
}

/** Every time zone the browser knows; the given one is added where it is not listed ("Etc/UTC"). */
export function timeZoneChoices(own: string): Choice<string>[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return (zones.includes(own) ? zones : [own, ...zones]).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));
}

// Groups of countries and private codes that have a name too.
const notCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);

/** Every country the browser knows by name, in the order of the language. */
export function countryChoices(locale: Locale): Choice<string>[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes
    .flatMap((code) => {
      const name = notCountries.has(code) ? undefined : names.of(code);
      return name ? [{ value: code, label: name }] : [];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

/** Months 1–12 by name. */
export function monthChoices(locale: Locale): Choice<number>[] {
  const names = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => ({ value: at + 1, label: names.format(Date.UTC(2026, at, 15)) }));
}

/** Weekdays 1 = Monday … 7 = Sunday by name. */
export function weekdayChoices(locale: Locale, style: 'long' | 'short' = 'long'): Choice<number>[] {
  const names = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  // 5 January 2026 is a Monday.
  return Array.from({ length: 7 }, (_, at) => ({ value: at + 1, label: names.format(Date.UTC(2026, 0, 5 + at)) }));
}
