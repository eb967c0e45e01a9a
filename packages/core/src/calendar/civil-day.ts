/** Whole days since 1970-01-01, so that the distance of two civil days is a subtraction. */
export type Day = number;

/** A civil day as text, `YYYY-MM-DD`, years 0001 to 9999. */
export type IsoDate = string;

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A stretch of days, both ends included. */
export type Span = { readonly first: Day; readonly last: Day };

/** A day by its parts; `month` and `dayOfMonth` count from 1. */
export type CivilDate = { readonly year: number; readonly month: number; readonly dayOfMonth: number };

const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

/** Reads `YYYY-MM-DD`. Throws RangeError on any other form and on a day that does not exist, such as 2023-02-29. */
export function toDay(date: IsoDate): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) throw new RangeError(`A day is written YYYY-MM-DD; got "${date}".`);
  return dayOf({ year: Number(parts[1]), month: Number(parts[2]), dayOfMonth: Number(parts[3]) });
}

/** Writes a day as `YYYY-MM-DD`. Throws RangeError outside the years 0001 to 9999 and on a number that is not whole. */
export function toIso(day: Day): IsoDate {
  const { year, month, dayOfMonth } = civilDateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/**
 * The day with the given parts. Throws RangeError when there is no such day. Formula: Howard Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms": years begin in March, so that a leap day is the last of its year.
 */
export function dayOf({ year, month, dayOfMonth }: CivilDate): Day {
  const exists =
    Number.isInteger(year) &&
    year >= 1 &&
    year <= 9999 &&
    Number.isInteger(month) &&
    month >= 1 &&
    month <= 12 &&
    Number.isInteger(dayOfMonth) &&
    dayOfMonth >= 1 &&
    dayOfMonth <= daysInMonth(year, month);
  if (!exists) throw new RangeError(`There is no day ${dayOfMonth} in month ${month} of year ${year}.`);
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The parts of a day; the inverse of `dayOf`. */
export function civilDateOf(day: Day): CivilDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new RangeError(`A day is a whole number of days within the years 0001 to 9999; got ${day}.`);
  }
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** 28 to 31. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The same day of the month so many months later (or earlier), or that month's last day where it is shorter:
 * 2024-01-31 + 1 is 2024-02-29, 2024-02-29 + 12 is 2025-02-28.
 */
export function addMonths(day: Day, months: number): Day {
  if (!Number.isInteger(months)) throw new RangeError(`Months are whole numbers; got ${months}.`);
  const from = civilDateOf(day);
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf({ year, month, dayOfMonth: Math.min(from.dayOfMonth, daysInMonth(year, month)) });
}

/** The weekday of a day, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** How many days a span holds; 0 when it ends before it begins. */
export function daysIn(span: Span): number {
  return Math.max(0, span.last - span.first + 1);
}

function pad(value: number, width: number): string {
  return `${value}`.padStart(width, '0');
}

/** The earlier of two days as text, which is in the order of time. */
export function earlierOf(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

/** The later of two days as text. */
export function laterOf(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
