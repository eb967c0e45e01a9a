import { cascade } from '../apportion/cascade.ts';
import type { Day } from '../calendar/civil-day.ts';
import { type WorkingCalendar, workdays } from '../calendar/workdays.ts';

/** A month of a plan: its days, both included, and its amount in minor units. */
export type PlannedMonth = { readonly first: Day; readonly last: Day; readonly amount: number };

/**
 * The part of one month's plan that is due by the end of a day: by working days, rounded along the cumulative curve, so that
 * the days of a month always sum to its amount. A month without a working day is due evenly by its days.
 */
export function dueInMonth({ first, last, amount }: PlannedMonth, until: Day, calendar: WorkingCalendar): number {
  if (until < first) return 0;
  if (until >= last) return amount;
  const all = workdays(first, last, calendar);
  const done = all === 0 ? until - first + 1 : workdays(first, until, calendar);
  const whole = all === 0 ? last - first + 1 : all;
  return (cascade(amount, [done, whole - done])[0] ?? 0) + 0;
}

/** The plan of months due by the end of a day. */
export function planToDate(months: readonly PlannedMonth[], until: Day, calendar: WorkingCalendar): number {
  return months.reduce((sum, month) => sum + dueInMonth(month, until, calendar), 0);
}

/** The plan due between two days, both included: F(to) − F(from − 1), so neighbouring spans add up to the unit. */
export function planBetween(months: readonly PlannedMonth[], from: Day, to: Day, calendar: WorkingCalendar): number {
  return planToDate(months, to, calendar) - planToDate(months, from - 1, calendar);
}
