import { type Day, type Span, weekdayOf } from './civil-day.ts';

/** Which days are worked: weekdays (1 = Monday … 7 = Sunday) less holidays. */
export type WorkingCalendar = {
  readonly workingWeekdays: readonly number[];
  readonly holidays: ReadonlySet<Day>;
};

/** Monday to Friday, no holidays. */
export const MONDAY_TO_FRIDAY: WorkingCalendar = { workingWeekdays: [1, 2, 3, 4, 5], holidays: new Set() };

/**
 * How many working days lie from `from` to `to`, both included; 0 when `to` comes first. Whole weeks are counted by
 * multiplication, so the cost does not grow with the length of the stretch, only with the number of holidays.
 *
 * Throws RangeError on a weekday that is not a whole number from 1 to 7.
 */
export function workdays(from: Day, to: Day, calendar: WorkingCalendar): number {
  const worked = workedWeekdays(calendar);
  const days = to - from + 1;
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  let count = weeks * worked.reduce((sum, isWorked) => sum + Number(isWorked), 0);
  for (let day = from + weeks * 7; day <= to; day += 1) count += Number(worked[weekdayOf(day)]);
  for (const holiday of calendar.holidays) {
    if (holiday >= from && holiday <= to && worked[weekdayOf(holiday)]) count -= 1;
  }
  return count;
}

/** The working days of a span. */
export function workdaysIn(span: Span, calendar: WorkingCalendar): number {
  return workdays(span.first, span.last, calendar);
}

/** Whether work is done on a day. */
export function isWorkday(day: Day, calendar: WorkingCalendar): boolean {
  return workedWeekdays(calendar)[weekdayOf(day)] === true && !calendar.holidays.has(day);
}

/** Whether each weekday is worked, by its number; place 0 stands empty. */
function workedWeekdays({ workingWeekdays }: WorkingCalendar): boolean[] {
  const worked = new Array<boolean>(8).fill(false);
  for (const weekday of workingWeekdays) {
    if (!Number.isInteger(weekday) || weekday < 1 || weekday > 7) {
      throw new RangeError(`A weekday is 1 (Monday) to 7 (Sunday); got ${weekday}.`);
    }
    worked[weekday] = true;
  }
  return worked;
}
