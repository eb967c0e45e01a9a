import { dayOf, daysInMonth, weekdayOf } from '../calendar/civil-day.ts';

/** In which order a date names its parts. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ].*)?$/;
const LATEST_MONTH = 12;

/**
 * In which order words name dates: null where one of twenty is no date, and where days and months cannot be told apart because no
 * day is past the twelfth.
 */
export function dateOrderOf(words: readonly string[]): DateOrder | 'ambiguous' | null {
  const enough = 0.95 * words.length;
  if (words.length === 0) return null;
  if (words.filter((word) => YEAR_FIRST.test(word)).length >= enough) return 'ymd';
  const parts = words.flatMap((word) => {
    const found = YEAR_LAST.exec(word);
    return found === null ? [] : [[Number(found[1]), Number(found[2])] as const];
  });
  if (parts.length < enough) return null;
  if (parts.some(([first]) => first > LATEST_MONTH)) return 'dmy';
  return parts.some(([, second]) => second > LATEST_MONTH) ? 'mdy' : 'ambiguous';
}

/** Weekday (0 is Monday), month (0 is January) and year of a date; null where it is none. */
export function partsOfDate(word: string, order: DateOrder): { weekday: number; month: number; year: number } | null {
  const found = (order === 'ymd' ? YEAR_FIRST : YEAR_LAST).exec(word);
  if (found === null) return null;
  const [a, b, c] = [Number(found[1]), Number(found[2]), Number(found[3])] as const;
  const [year, month, dayOfMonth] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  if (month < 1 || month > LATEST_MONTH || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return { weekday: weekdayOf(dayOf({ year, month, dayOfMonth })) - 1, month: month - 1, year };
}
