import { isWeekdayWord, monthOfWord } from './month-words.ts';
import { narrow } from './read-text.ts';

/** In which order day, month and year stand in a date of numbers only. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';

/** What a cell says of a day before the column's order is known. Parts are as written: they may name no day that exists. */
export type DissectedDay =
  | { readonly form: 'civil'; readonly year: number; readonly month: number; readonly dayOfMonth: number }
  /** Numbers whose order is open: `03/04/2024` (year last), `03/04/24` (no four digits anywhere). */
  | { readonly form: 'open'; readonly parts: readonly [number, number, number]; readonly hasFullYear: boolean }
  /** Days since 1899-12-30, as spreadsheets count them (1900 date system). */
  | { readonly form: 'serial'; readonly serial: number }
  | { readonly form: 'month'; readonly year: number; readonly month: number };

/** 1927-05-18 to 2119-12-31: five digits that are plausibly a spreadsheet's day. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 80_354;

const clock = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?\s?m\.?|uhr|h)?`;
const zone = String.raw`\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?`;
const clockBehind = new RegExp(String.raw`(?:t|,?\s+)(?:上午|下午|早上|晚上|at\s)?\s*${clock}${zone}$`, 'i');
const clockInChinese = /\s*(?:上午|下午|早上|晚上)?\s*\d{1,2}[时時點点](?:\d{1,2}分)?(?:\d{1,2}秒)?$/;
const weekdayInChinese = /[(\s]*(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?\s*/;
const era = /^(?:民[国國])\s?(\d{1,3})年/;
/** The republic's year 1 is 1912. */
const YEAR_BEFORE_REPUBLIC = 1911;

const nat = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const word = String.raw`(\p{L}{3,}\.?)`;
const gap = String.raw`[\s,./-]*(?:de[l]?\s+|of\s+)?`;
const dayWordYear = new RegExp(String.raw`^${nat}${gap}${word}${gap}'?(\d{4}|\d{2})$`, 'u');
const wordDayYear = new RegExp(String.raw`^${word}${gap}${nat}[\s,./-]+(\d{4})$`, 'u');
const yearWordDay = new RegExp(String.raw`^(\d{4})[\s./-]*${word}[\s./-]*${nat}$`, 'u');
const wordYear = new RegExp(String.raw`^${word}${gap}(\d{4})$`, 'u');

/** A cell without the time of day and the day of the week. The day is the one written, in whatever zone it was written. */
function withoutTime(cell: string): string {
  const text = narrow(cell).replace(clockBehind, '').replace(clockInChinese, '').replace(weekdayInChinese, '').trim();
  const first = /^(\p{L}{2,}\.?),?\s+(?=[\p{L}\d])/u.exec(text);
  return first?.[1] && isWeekdayWord(first[1]) && monthOfWord(first[1]) === null ? text.slice(first[0].length) : text;
}

/** Takes a cell apart into a day, a month, or numbers whose order is open; null when it is none of them. */
export function dissectDay(cell: string): DissectedDay | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell);
  if (iso) return civil(iso[1], iso[2], iso[3]);
  if (!/\p{Nd}/u.test(cell)) return null;
  const text = withoutTime(cell).replace(era, (_, year) => `${Number(year) + YEAR_BEFORE_REPUBLIC}年`);
  return numbersOnly(text) ?? chinese(text) ?? withMonthWord(text);
}

function numbersOnly(text: string): DissectedDay | null {
  const yearFirst =
    /^(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})\.?$/.exec(text) ?? /^((?:19|20)\d\d)()(\d\d)(\d\d)$/.exec(text);
  if (yearFirst) return civil(yearFirst[1], yearFirst[3], yearFirst[4]);
  const open = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})$/.exec(text);
  if (open) {
    return {
      form: 'open',
      parts: [Number(open[1]), Number(open[3]), Number(open[4])],
      hasFullYear: open[4]?.length === 4,
    };
  }
  const month = /^((?:19|20)\d\d)[-/.]?(\d{1,2})$/.exec(text) ?? swap(/^(\d{1,2})[-/.]((?:19|20)\d\d)$/.exec(text));
  if (month) return monthOf(month[1], Number(month[2]));
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text));
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? { form: 'serial', serial } : null;
}

function chinese(text: string): DissectedDay | null {
  const parts = /^(\d{4})年\s?(\d{1,2})月(?:份)?(?:\s?(\d{1,2})[日号號]?)?$/.exec(text);
  if (!parts) return null;
  return parts[3] ? civil(parts[1], parts[2], parts[3]) : monthOf(parts[1], Number(parts[2]));
}

function withMonthWord(text: string): DissectedDay | null {
  const dayFirst = dayWordYear.exec(text);
  if (dayFirst) return named(fullYear(Number(dayFirst[3]), dayFirst[3]?.length === 4), dayFirst[2], dayFirst[1]);
  const monthFirst = wordDayYear.exec(text);
  if (monthFirst) return named(Number(monthFirst[3]), monthFirst[1], monthFirst[2]);
  const yearFirst = yearWordDay.exec(text);
  if (yearFirst) return named(Number(yearFirst[1]), yearFirst[2], yearFirst[3]);
  const monthOnly = wordYear.exec(text);
  const month = monthOfWord(monthOnly?.[1] ?? '');
  return month === null ? null : monthOf(monthOnly?.[2], month);
}

function named(year: number, monthWord: string | undefined, day: string | undefined): DissectedDay | null {
  const month = monthOfWord(monthWord ?? '');
  return month === null ? null : { form: 'civil', year, month, dayOfMonth: Number(day) };
}

/** Two digits are of this century up to 69, of the last from 70 (the POSIX pivot is 68; spreadsheets say 29). */
export const fullYear = (year: number, hasFullYear: boolean): number =>
  hasFullYear ? year : year + (year < 70 ? 2000 : 1900);

const civil = (year?: string, month?: string, day?: string): DissectedDay => ({
  form: 'civil',
  year: Number(year),
  month: Number(month),
  dayOfMonth: Number(day),
});

const monthOf = (year: string | undefined, month: number): DissectedDay | null =>
  month >= 1 && month <= 12 ? { form: 'month', year: Number(year), month } : null;

const swap = (parts: RegExpExecArray | null): string[] | null => parts && [parts[0], parts[2] ?? '', parts[1] ?? ''];
