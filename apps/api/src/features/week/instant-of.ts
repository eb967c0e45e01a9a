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

/** Milliseconds that clocks there are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(instant);
  const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - instant;
}
