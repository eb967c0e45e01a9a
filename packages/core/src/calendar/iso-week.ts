import { civilDateOf, type Day, dayOf, weekdayOf } from './civil-day.ts';

/** A week of ISO 8601: Monday to Sunday, in the year that holds its Thursday. */
export type IsoWeek = { readonly year: number; readonly week: number };

/** The ISO week a day lies in: 2026-12-31 is week 53 of 2026, 2027-01-03 still is. */
export function isoWeek(day: Day): IsoWeek {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = civilDateOf(thursday);
  const newYear = dayOf({ year, month: 1, dayOfMonth: 1 });
  return { year, week: Math.floor((thursday - newYear) / 7) + 1 };
}

/** The Monday an ISO week begins on. Throws RangeError when the year has no such week. */
export function isoWeekStart({ year, week }: IsoWeek): Day {
  if (!Number.isInteger(week) || week < 1 || week > isoWeeksIn(year)) {
    throw new RangeError(`The year ${year} has no ISO week ${week}.`);
  }
  return firstMonday(year) + (week - 1) * 7;
}

/** 52 or 53. */
export function isoWeeksIn(year: number): 52 | 53 {
  const { week } = isoWeek(dayOf({ year, month: 12, dayOfMonth: 28 }));
  return week === 53 ? 53 : 52;
}

function firstMonday(year: number): Day {
  // 4 January is always in week 1.
  const fourth = dayOf({ year, month: 1, dayOfMonth: 4 });
  return fourth - weekdayOf(fourth) + 1;
}
