import { type Day, toDay, weekdayOf } from '../calendar/civil-day.ts';
import type { DaysOff } from '../leave/leave.ts';

/** What somebody has for learning while nobody says otherwise: two hours a week, until the end of the year. */
export const usualLearning = (today: string): { hoursPerWeek: number; dueOn: string } => ({
  hoursPerWeek: 2,
  dueOn: `${today.slice(0, 4)}-12-31`,
});

/** Weeks ahead for which leave is looked at. */
const weeksAhead = 104;

/**
 * Which share of each week from the first on is there to learn in: its days, Monday to Friday, without those off. The first week has only
 * the days from `start` on.
 */
export function weekShares(start: Day, { daysOff, halfDaysOff }: DaysOff): number[] {
  const monday = start - (weekdayOf(start) - 1);
  return Array.from({ length: weeksAhead }, (_, week) => {
    const days = [0, 1, 2, 3, 4].map((at) => monday + 7 * week + at).filter((day) => day >= start);
    const off = days.reduce((sum, day) => sum + (daysOff.has(day) ? 1 : halfDaysOff.has(day) ? 0.5 : 0), 0);
    return days.length === 0 ? 1 : (days.length - off) / days.length;
  });
}

/** The first day of a path: today, or Monday when today is a weekend. */
export const firstDayOf = (today: string): Day => {
  const day = toDay(today);
  return weekdayOf(day) > 5 ? day + 8 - weekdayOf(day) : day;
};
