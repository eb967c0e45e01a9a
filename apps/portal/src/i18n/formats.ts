import type { Locale } from '@milepost/contract/organisation';
import { toMajorText } from '@milepost/core/money/minor';
import { percentDigits } from '@milepost/core/rate/percent-digits';

/** How an organisation writes money, numbers and days. */
export type Writing = {
  locale: Locale;
  currency: string;
  /** Digits of the currency after the decimal mark. */
  exponent: number;
  timeZone: string;
  dateFormat: 'ymd' | 'dmy' | 'mdy';
  decimalMark: '.' | ',';
};

/** Formatters of one way of writing. Every one of them takes null for "not known" and gives null back. */
export type Formats = {
  /** Minor units in full with the currency: 83333.34 → "€83,333.34". */
  money: (minor: number | null, currency?: { code: string; exponent: number }) => string | null;
  /** Minor units in full without the currency, for a column that names it in its head. */
  amount: (minor: number | null, exponent?: number) => string | null;
  /** Minor units in short, with the currency: "€12.4M". */
  compactMoney: (minor: number | null) => string | null;
  /** Minor units in short, without the currency, for the axis of a chart. */
  compactAmount: (minor: number | null) => string | null;
  /** A count or any other number, at most `digits` after the mark. */
  number: (value: number | null, digits?: number) => string | null;
  /** A ratio as a percentage: 0.8734 → "87.3%". It never reads as all, none or one of the bounds where it is not: more digits then. */
  ratio: (value: number | null, digits?: number, bounds?: readonly number[]) => string | null;
  /** A civil day `YYYY-MM-DD` as the organisation writes days. */
  day: (day: string | null) => string | null;
  /** A month `YYYY-MM` (or a day in it): "March 2026". */
  month: (month: string | null) => string | null;
  /** A month in short, for an axis: "Mar". */
  shortMonth: (month: string | null) => string | null;
  /** An instant (ISO-Z) in the organisation's time zone. */
  instant: (instant: string | null) => string | null;
  /** Names in a row, as the language writes them: "Ann, Ben and Max". */
  list: (names: readonly string[]) => string;
  /** The symbol of the currency, for the head of a column. */
  currencySymbol: string;
};

// A mean or an axis may fall between two smallest units; what is shown is the nearest one.
const major = (minor: number, exponent: number): string => toMajorText(Math.round(minor), exponent);

const orNull =
  <A extends unknown[], T>(format: (value: T, ...more: A) => string) =>
  (value: T | null, ...more: A): string | null =>
    value === null ? null : format(value, ...more);

// Noon UTC of a civil day lies on that day whatever is done to it; the formatter runs in UTC.
const noonOf = (day: string): Date => new Date(`${day.length === 7 ? `${day}-01` : day}T12:00:00Z`);

/** Swaps point and comma where the organisation writes a decimal comma but the language does not. */
function withMark(parts: Intl.NumberFormatPart[], decimalMark: '.' | ','): string {
  const group = decimalMark === ',' ? '.' : ',';
  return parts
    .map((part) => (part.type === 'decimal' ? decimalMark : part.type === 'group' ? group : part.value))
    .join('');
}

/** Makes the formatters once; they are called for every cell. */
export function makeFormats(writing: Writing): Formats {
  const { locale, currency, exponent, timeZone, dateFormat, decimalMark } = writing;
  const cache = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    const known = cache.get(key) ?? new Intl.NumberFormat(locale, options);
    cache.set(key, known);
    // A decimal text is formatted exactly, also beyond the integers a double holds.
    return (value: number | string): string => withMark(known.formatToParts(value as never), decimalMark);
  };
  const inCurrency = (code: string, digits: number) =>
    numbers({
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  /** What no unit of thousands shortens is told without a fraction; below ten the fraction is most of what there is to tell. */
  const inShort = (amount: string): string => {
    const size = Math.abs(Number(amount));
    return size >= 10 && size < 10_000 ? String(Math.round(Number(amount))) : amount;
  };
  const short = { notation: 'compact', maximumFractionDigits: 1, minimumFractionDigits: 0 } as const;

  const named = new Intl.DateTimeFormat(dateFormat === 'dmy' ? 'en-GB' : 'en-US', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const day = (civil: string): string => {
    const [year = '', month = '', date = ''] = civil.split('-');
    if (dateFormat === 'ymd') return civil;
    // A named month cannot be read the wrong way round.
    if (locale === 'en') return named.format(noonOf(civil));
    return dateFormat === 'dmy' ? `${date}/${month}/${year}` : `${month}/${date}/${year}`;
  };
  const longMonth = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  // The Swedish locale writes ISO days, which is what `day` takes.
  const dayOfInstant = new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone });

  return {
    money: orNull((minor, other?: { code: string; exponent: number }) =>
      inCurrency(other?.code ?? currency, other?.exponent ?? exponent)(major(minor, other?.exponent ?? exponent)),
    ),
    amount: orNull((minor, digits = exponent) =>
      numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits })(major(minor, digits)),
    ),
    compactMoney: orNull((minor) =>
      numbers({ ...short, style: 'currency', currency, currencyDisplay: 'narrowSymbol' })(
        inShort(major(minor, exponent)),
      ),
    ),
    compactAmount: orNull((minor) => numbers(short)(inShort(major(minor, exponent)))),
    number: orNull((value: number, digits = 0) => numbers({ maximumFractionDigits: digits })(value)),
    ratio: orNull((value: number, digits = 1, bounds: readonly number[] = []) =>
      numbers({ style: 'percent', maximumFractionDigits: percentDigits(value, digits, bounds) })(value),
    ),
    day: orNull(day),
    month: orNull((month: string) => longMonth.format(noonOf(month))),
    shortMonth: orNull((month: string) => shortMonth.format(noonOf(month))),
    instant: orNull((instant: string) => {
      const date = new Date(instant);
      return `${day(dayOfInstant.format(date))} ${clock.format(date)}`;
    }),
    list: (names) => new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }).format(names),
    currencySymbol:
      new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
        .formatToParts(0)
        .find((part) => part.type === 'currency')?.value ?? currency,
  };
}
