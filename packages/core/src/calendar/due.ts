import type { Day } from './civil-day.ts';

/**
 * Where a due day stands, seen from the civil day that is today for the person who looks. What is due today is not
 * overdue; it becomes so when that person's day has ended.
 */
export function dueState(due: Day, today: Day): 'overdue' | 'today' | 'upcoming' {
  if (due < today) return 'overdue';
  return due === today ? 'today' : 'upcoming';
}
