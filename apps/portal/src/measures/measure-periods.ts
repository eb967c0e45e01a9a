import { addMonths, toDay, toIso, weekdayOf } from '@milepost/core/calendar/civil-day';

/** Both days included. */
export type Days = { from: string; to: string };

/** The month of a day so far, its ISO week so far, and the twelve months that end with it. */
export function periodsAt(today: string): { month: Days; week: Days; year: Days } {
  const day = toDay(today);
  return {
    month: { from: `${today.slice(0, 7)}-01`, to: today },
    week: { from: toIso(day - weekdayOf(day) + 1), to: today },
    year: { from: toIso(addMonths(day, -12) + 1), to: today },
  };
}

/** How a rate stands against its target by its interval: met, missed, or open while the counts do not tell. */
export function standingOf(
  interval: { low: number; high: number } | null,
  target: number | null,
): 'met' | 'missed' | 'open' | null {
  if (interval === null || target === null) return null;
  if (interval.low >= target) return 'met';
  return interval.high < target ? 'missed' : 'open';
}
