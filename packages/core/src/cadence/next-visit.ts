import type { Day } from '../calendar/civil-day.ts';
import { periodOf, periodsAYear, type VisitCadence } from './cadence.ts';
import type { CallResponse } from './call-response.ts';
import { type LedgerLine, promiseLedger, type VisitDays } from './ledger.ts';

/** The next visit that a promise asks for: its period as it stands, and what the visit does to the response. */
export type NextVisit = {
  readonly line: LedgerLine;
  /** Periods of the promise in a year: what an account brings a year, divided by them, is what is at stake in one. */
  readonly perYear: number;
  /** Response in this period, as a share of that of today: with the next visit beside those done and planned, and without it. */
  readonly responseWith: number;
  readonly responseWithout: number;
};

/**
 * What a promise asks for now (rule 3): the period that `today` lies in, when fewer visits are done and planned in it than it asks for;
 * null when it is kept, or asks for nothing. Visits of `x` are `r(x ÷ asked)` of the response of today (`callResponse`).
 *
 * @param since the promise holds from this day on; null when it always did
 * @param firstMonth first month of the fiscal year, from which quarters are counted
 * Throws RangeError as `askedIn` and `periodOf` do.
 */
export function nextVisit(
  promise: VisitCadence,
  visits: VisitDays,
  response: CallResponse,
  { today, since = null, firstMonth = 1 }: { today: Day; since?: Day | null; firstMonth?: number },
): NextVisit | null {
  const period = periodOf(promise.per, today, firstMonth);
  const [line] = promiseLedger(promise, visits, period, { today, since, firstMonth });
  if (line === undefined || line.unmet === 0) return null;
  const there = line.done + line.planned;
  return {
    line,
    perYear: periodsAYear[promise.per],
    responseWith: response.at((there + 1) / line.asked),
    responseWithout: response.at(there / line.asked),
  };
}
