import type { Clock } from './deps.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const dayIn = (timeZone: string, at: Date): string => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
};

/** The civil day of an instant in a time zone. */
export const civilDayOf = (timeZone: string, instant: string): string => dayIn(timeZone, new Date(instant));

/** The clock of the machine; `at` fixes it, for tests. */
export const systemClock = (at?: () => Date): Clock => {
  const now = at ?? (() => new Date());
  return { now: () => now().toISOString(), today: (timeZone) => dayIn(timeZone, now()) };
};
