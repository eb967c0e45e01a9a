import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import type { WallTime } from '@milepost/core/calendar/working-hours';

/**
 * The instant at which it is a time of a day somewhere. A time that a change of clocks leaves out is the one that follows; of a
 * time that comes twice it is the first.
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  // The offset around that time is one of those half a day before and after.
  const offsets = [-12, 12].map((hours) => offsetAt(wanted + hours * 3_600_000, timeZone));
  const found = [...new Set(offsets)].map((offset) => wanted - offset).sort((a, b) => a - b);
  const exact = found.find((instant) => instant + offsetAt(instant, timeZone) === wanted);
  return new Date(exact ?? found.at(-1) ?? wanted);
}

/** What the clocks somewhere say at an instant, to the minute. */
export function wallTimeOf(instant: string, timeZone: string): WallTime {
  const at = Date.parse(instant);
  const local = new Date(at + offsetAt(Math.floor(at / 1000) * 1000, timeZone)).toISOString();
  return { day: toDay(local.slice(0, 10)), minute: Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) };
}

/** The instant of a time on the clocks somewhere, as ISO-Z. */
export function instantOfWall({ day, minute }: WallTime, timeZone: string): string {
  // Midnight at the end of a day is the beginning of the next.
  const [on, left] = minute === 1440 ? [day + 1, 0] : [day, minute];
  const two = (part: number): string => String(part).padStart(2, '0');
  return instantOf(toIso(on), `${two(Math.floor(left / 60))}:${two(left % 60)}`, timeZone).toISOString();
}

/** Milliseconds that clocks there are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant;
}
