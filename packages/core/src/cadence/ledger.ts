import type { Day, Span } from '../calendar/civil-day.ts';
import { askedIn, periodsOf, type VisitCadence } from './cadence.ts';

/** One period of a promise. `unmet` is what is neither done nor, while the period runs, planned. */
export type LedgerLine = {
  readonly period: Span;
  readonly asked: number;
  readonly planned: number;
  readonly done: number;
  readonly unmet: number;
  /** The period is over: what is unmet stays unmet. */
  readonly isOver: boolean;
};

/** Days on which an account was visited, and is to be. A joint visit is one day, however many people make it. */
export type VisitDays = { readonly done: readonly Day[]; readonly planned: readonly Day[] };

/**
 * What was promised to one account and what became of it, period by period (rule 3): a promise a month is checked in calendar
 * months, so that a fifth week helps nobody. Visits on one day are one visit. A visit that was planned for a day before
 * `today` and not done is not planned any more. Visits beyond the promise stay in their period.
 *
 * @param since the promise holds from this day on; null when it always did
 * @param firstMonth first month of the fiscal year, from which quarters are counted
 */
export function promiseLedger(
  promise: VisitCadence,
  { done, planned }: VisitDays,
  span: Span,
  { today, since = null, firstMonth = 1 }: { today: Day; since?: Day | null; firstMonth?: number },
): LedgerLine[] {
  const made = new Set(done);
  const coming = new Set(planned.filter((day) => day >= today && !made.has(day)));
  return periodsOf(promise.per, span, firstMonth).map((period) => {
    const within = (days: ReadonlySet<Day>): number =>
      [...days].filter((day) => day >= period.first && day <= period.last).length;
    const asked = askedIn(promise, period, since);
    const [doneIn, plannedIn] = [within(made), within(coming)];
    const isOver = period.last < today;
    return {
      period,
      asked,
      planned: plannedIn,
      done: doneIn,
      unmet: Math.max(0, asked - doneIn - plannedIn),
      isOver,
    };
  });
}

/** Share of the visits asked for in periods that are over which were made; null when none was asked for. */
export function promiseKept(lines: readonly LedgerLine[]): { readonly kept: number; readonly asked: number } | null {
  const over = lines.filter(({ isOver, asked }) => isOver && asked > 0);
  if (over.length === 0) return null;
  return {
    asked: over.reduce((sum, { asked }) => sum + asked, 0),
    kept: over.reduce((sum, { asked, done }) => sum + Math.min(asked, done), 0),
  };
}
