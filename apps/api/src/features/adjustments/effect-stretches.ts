import { toDay, toIso } from '@milepost/core/calendar/civil-day';

/** Before so many days have passed there is nothing to tell, and beyond so many other things happened, too. */
const [leastDays, mostDays] = [7, 90];

type Span = { from: string; to: string };

/**
 * The days before and after an adjustment that are compared, as many on each side. The day itself belongs to neither: nobody knows whether
 * something on it was before or after. Null while less than a week has passed.
 */
export function stretchesAround(onDay: string, today: string): { days: number; before: Span; after: Span } | null {
  const day = toDay(onDay);
  const days = Math.min(mostDays, toDay(today) - day);
  if (days < leastDays) return null;
  const span = (from: number, to: number): Span => ({ from: toIso(from), to: toIso(to) });
  return { days, before: span(day - days, day - 1), after: span(day + 1, day + days) };
}
