import { cascade } from '../apportion/cascade.ts';
import type { Day, Span } from '../calendar/civil-day.ts';
import { type WorkingCalendar, workdays } from '../calendar/workdays.ts';

/** A cell of a plan: its month and its amount in minor units. */
export type PlanCell = { readonly month: Span; readonly amount: number };

/** How much of a span is over: `done` of `whole` days. */
export type Elapsed = { readonly done: number; readonly whole: number };

/** How much of a span is over by the end of a day: in working days; a span without a working day by all its days. */
export function elapsed({ first, last }: Span, until: Day, calendar: WorkingCalendar): Elapsed {
  const all = workdays(first, last, calendar);
  const whole = all === 0 ? last - first + 1 : all;
  if (until < first) return { done: 0, whole };
  if (until >= last) return { done: whole, whole };
  return { done: all === 0 ? until - first + 1 : workdays(first, until, calendar), whole };
}

/** The part of an amount that is due: rounded along the cumulative curve, so that the days of a span sum to the amount. */
export function dueOf(amount: number, { done, whole }: Elapsed): number {
  return (cascade(amount, [done, whole - done])[0] ?? 0) + 0;
}

/**
 * The plan due by the end of a day. Every cell is rounded for itself, so what is due of people, of lines and of everybody
 * are sums of the same whole numbers, and every axis adds up to the unit.
 */
export function planToDate(cells: readonly PlanCell[], until: Day, calendar: WorkingCalendar): number {
  const over = new Map<Span, Elapsed>();
  return cells.reduce((sum, { month, amount }) => {
    const part = over.get(month) ?? elapsed(month, until, calendar);
    over.set(month, part);
    return sum + dueOf(amount, part);
  }, 0);
}

/** The plan due between two days, both included: F(to) − F(from − 1), so neighbouring spans add up to the unit. */
export function planBetween(cells: readonly PlanCell[], from: Day, to: Day, calendar: WorkingCalendar): number {
  return planToDate(cells, to, calendar) - planToDate(cells, from - 1, calendar);
}
