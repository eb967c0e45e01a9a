import type { Day } from '../calendar/civil-day.ts';
import type { Purchases } from './rhythm.ts';

const week = 7;

/**
 * How a customer bought, in weeks, from the days of purchase: those of one day count once, those after the day from which one looks do
 * not. Null before the first.
 */
export function purchasesOf(days: readonly Day[], today: Day): Purchases | null {
  const bought = daysUntil(days, today);
  const [first, last] = [bought[0], bought.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { repeats: bought.length - 1, recency: (last - first) / week, age: (today - first) / week };
}

/** Days up to one, ascending, each once. */
export const daysUntil = (days: readonly Day[], today: Day): Day[] =>
  [...new Set(days)].filter((day) => day <= today).sort((a, b) => a - b);
