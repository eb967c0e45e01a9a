import type { Locale, OrganisationView } from '@milepost/contract/organisation';
import { toMajorText } from '@milepost/core/money/minor';
import { percentDigits } from '@milepost/core/rate/percent-digits';

/** How a report writes its figures and days; null for what is not known is a dash. */
export type EditionFormats = {
  figure(value: number | null, unit: 'money' | 'count' | 'ratio'): string;
  /** The same as short as a chart has room for. */
  short(value: number | null, unit: 'money' | 'count' | 'ratio'): string;
  /** A difference, with its sign. */
  difference(value: number | null, unit: 'money' | 'count' | 'ratio'): string;
  day(day: string): string;
  /** A day on the axis of a chart. */
  shortDay(day: string): string;
  instant(instant: string): string;
};

const orders = { ymd: [0, 1, 2], dmy: [2, 1, 0], mdy: [1, 2, 0] } as const;
const separators = { ymd: '-', dmy: '.', mdy: '/' } as const;

/** The formats of a language, with the marks and the order of days of the organisation. */
export function editionFormats(
  locale: Locale,
  organisation: Pick<OrganisationView, 'dateFormat' | 'decimalMark' | 'timeZone'>,
  { currency, exponent }: { currency: string; exponent: number },
): EditionFormats {
  const { dateFormat, decimalMark } = organisation;
  const written = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    const group = decimalMark === ',' ? '.' : ',';
    return (value: number | string): string =>
      format
        .formatToParts(value as never)
        .map((part) => (part.type === 'decimal' ? decimalMark : part.type === 'group' ? group : part.value))
        .join('');
  };
  const ofCurrency = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const digits = { minimumFractionDigits: exponent, maximumFractionDigits: exponent };
  const major = (minor: number) => toMajorText(Math.round(minor), exponent);
  const signed = { signDisplay: 'exceptZero' } as const;
  const compact = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  // A share that is not all or none is not rounded onto it.
  const percent =
    (digits: number, more: Intl.NumberFormatOptions = {}) =>
    (ratio: number | string): string =>
      written({ style: 'percent', maximumFractionDigits: percentDigits(Number(ratio), digits), ...more })(ratio);
  const formats = {
    money: written({ ...ofCurrency, ...digits }),
    count: written({ maximumFractionDigits: 1 }),
    ratio: percent(1),
  };
  const shorts = {
    money: written({ ...ofCurrency, ...compact }),
    count: written(compact),
    ratio: percent(0),
  };
  const differences = {
    money: written({ ...ofCurrency, ...digits, ...signed }),
    count: written({ maximumFractionDigits: 1, ...signed }),
    ratio: percent(1, signed),
  };
  const telling =
    (by: typeof formats) =>
    (value: number | null, unit: 'money' | 'count' | 'ratio'): string =>
      value === null ? '—' : by[unit](unit === 'money' ? major(value) : value);
  const day = (text: string): string => {
    const parts = text.split('-');
    return orders[dateFormat].map((at) => parts[at]).join(separators[dateFormat]);
  };
  const minute = new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: organisation.timeZone, dateStyle: 'short', timeStyle: 'short' },
  });
  return {
    figure: telling(formats),
    short: telling(shorts),
    difference: telling(differences),
    day,
    shortDay: (text) => {
      const [, month = '', ofMonth = ''] = text.split('-');
      return dateFormat === 'dmy' ? `${ofMonth}.${month}.` : `${month}-${ofMonth}`;
    },
    instant(instant) {
      const [civil = '', time = ''] = minute.format(new Date(instant)).split(' ');
      return `${day(civil)} ${time}`;
    },
  };
}
