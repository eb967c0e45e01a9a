import { dayOf, daysInMonth, type IsoDate, toDay, toIso } from '../calendar/civil-day.ts';
import { type DayOrder, type DissectedDay, dissectDay, fullYear } from './dissect-day.ts';
import { isUnknown } from './read-text.ts';
import { read, rejected, UNKNOWN, type ValueReading } from './value-reading.ts';

/** The day before a spreadsheet's day 1, such that serials from March 1900 on are right (1900 had no 29 February). */
const SERIAL_ZERO = toDay('1899-12-30');

/** A day by its parts, null when there is no such day. */
function isoOf(year: number, month: number, dayOfMonth: number): IsoDate | null {
  const exists = year >= 1 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? toIso(dayOf({ year, month, dayOfMonth })) : null;
}

/** The orders under which numbers of open order name a day that exists. */
export function ordersOf(open: Extract<DissectedDay, { form: 'open' }>): DayOrder[] {
  const forms: readonly DayOrder[] = open.hasFullYear ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd'];
  return forms.filter((order) => openDay(open, order) !== null);
}

function openDay({ parts, hasFullYear }: Extract<DissectedDay, { form: 'open' }>, order: DayOrder): IsoDate | null {
  const [first, second, third] = parts;
  if (order === 'ymd') return hasFullYear ? null : isoOf(fullYear(first, false), second, third);
  const year = fullYear(third, hasFullYear);
  return order === 'dmy' ? isoOf(year, second, first) : isoOf(year, first, second);
}

/**
 * Reads a civil day under the order that was decided for its column (null when nothing had to be decided):
 * `2023-01-05`, `2023/1/5`, `20230105`, `2023年1月5日`, `5.1.2023`, `Friday, December 1, 2017`, `1. Dezember 2017`, a
 * spreadsheet's serial `44931`, each with or without a time of day. A day that does not exist (`2024-02-30`) is rejected,
 * and so is one that contradicts the order of its column.
 */
export function readDay(cell: string, { order }: { order: DayOrder | null }): ValueReading<IsoDate> {
  const day = dissectDay(cell);
  if (day === null) return isUnknown(cell) ? UNKNOWN : rejected('not-a-day');
  if (day.form === 'month') return rejected('only-a-month');
  if (day.form === 'serial') return read(toIso(SERIAL_ZERO + day.serial));
  if (day.form === 'civil') {
    const date = isoOf(day.year, day.month, day.dayOfMonth);
    return date === null ? rejected('no-such-day') : read(date);
  }
  const orders = ordersOf(day);
  if (orders.length === 0) return rejected('no-such-day');
  if (order === null) return rejected('day-order-unknown');
  const date = openDay(day, order);
  return date === null ? rejected('against-day-order') : read(date);
}

/** Reads a month, `YYYY-MM`, from a month (`2017-07`, `2017年7月`, `July 2017`) or from any day within it. */
export function readMonth(cell: string, { order }: { order: DayOrder | null }): ValueReading<string> {
  const day = dissectDay(cell);
  if (day?.form === 'month') return read(`${day.year}-${`${day.month}`.padStart(2, '0')}`);
  const date = readDay(cell, { order });
  if (date.status === 'read') return read(date.value.slice(0, 7));
  return date.status === 'rejected' && date.reason === 'not-a-day' ? rejected('not-a-month') : date;
}
