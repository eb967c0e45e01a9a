import type { Day } from './civil-day.ts';
import { isWorkday, type WorkingCalendar } from './workdays.ts';

/** A working calendar with the hours of a working day, in minutes after midnight; the end is not worked any more. */
export type WorkingHours = WorkingCalendar & { readonly startMinute: number; readonly endMinute: number };

/** A time on the clock of a place: the civil day there, and minutes after its midnight. */
export type WallTime = { readonly day: Day; readonly minute: number };

/** The longest stretch without a working day that is looked over: beyond it the calendar has none. */
const longestRestDays = 3700;

const checked = ({ startMinute, endMinute }: WorkingHours): void => {
  const areMinutes = Number.isInteger(startMinute) && Number.isInteger(endMinute);
  if (!areMinutes || startMinute < 0 || endMinute > 1440 || endMinute <= startMinute)
    throw new RangeError(`Working hours lie within a day, the end after the start; got ${startMinute}–${endMinute}.`);
};

/** Is work done at this time? */
export function isWorkingTime({ day, minute }: WallTime, hours: WorkingHours): boolean {
  checked(hours);
  return isWorkday(day, hours) && minute >= hours.startMinute && minute < hours.endMinute;
}

/**
 * This time, where work is done then; else the beginning of the next working hours.
 * @throws RangeError for hours that are none, and for a calendar without any working day
 */
export function nextWorkingTime({ day, minute }: WallTime, hours: WorkingHours): WallTime {
  checked(hours);
  if (isWorkday(day, hours) && minute < hours.endMinute) return { day, minute: Math.max(minute, hours.startMinute) };
  for (let next = day + 1; next <= day + longestRestDays; next += 1)
    if (isWorkday(next, hours)) return { day: next, minute: hours.startMinute };
  throw new RangeError('The calendar has no working day.');
}

/**
 * The time by which so many working minutes have passed: raised on Friday at 16:00 with 8 hours of 9 to 17, it is Monday at 16:00, and
 * Tuesday where Monday is a holiday. What ends with a working day ends then, not on the next morning.
 * @throws RangeError for minutes below zero
 */
export function addWorkingMinutes(from: WallTime, minutes: number, hours: WorkingHours): WallTime {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`Minutes are a whole number, got ${minutes}.`);
  let at = nextWorkingTime(from, hours);
  let left = minutes;
  while (left > hours.endMinute - at.minute) {
    left -= hours.endMinute - at.minute;
    at = nextWorkingTime({ day: at.day + 1, minute: 0 }, hours);
  }
  return { day: at.day, minute: at.minute + left };
}

/** How many working minutes lie between two times; 0 when the second comes first. */
export function workingMinutesBetween(from: WallTime, to: WallTime, hours: WorkingHours): number {
  checked(hours);
  const within = (day: Day, first: number, last: number): number =>
    isWorkday(day, hours) ? Math.max(0, Math.min(last, hours.endMinute) - Math.max(first, hours.startMinute)) : 0;
  if (to.day < from.day) return 0;
  if (to.day === from.day) return within(from.day, from.minute, to.minute);
  let minutes = within(from.day, from.minute, 1440) + within(to.day, 0, to.minute);
  for (let day = from.day + 1; day < to.day; day += 1) minutes += within(day, 0, 1440);
  return minutes;
}
