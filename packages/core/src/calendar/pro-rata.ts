import type { Minor } from '../money/minor.ts';
import { daysIn, type Span } from './civil-day.ts';
import { type WorkingCalendar, workdaysIn } from './workdays.ts';

/** Which days count when a target is cut to the part of a period somebody serves. The organisation chooses. */
export type ProRataPolicy =
  | { readonly by: 'calendar-days' }
  | { readonly by: 'working-days'; readonly calendar: WorkingCalendar };

export type ProRata =
  | { readonly status: 'ok'; readonly amount: Minor; readonly servedDays: number; readonly periodDays: number }
  | { readonly status: 'noWorkingDays' };

/**
 * The part of a period's target for the days served in it: `total · served ÷ days of the period`, rounded half away from
 * zero. 300,000.00 for a quarter joined on its 16th day of 91 (76 days left) is 250,549.45. Days served outside the
 * period do not count. A period without a working day has no such part.
 *
 * Throws RangeError when the period ends before it begins or the total is not whole.
 */
export function proRata(total: Minor, period: Span, served: Span, policy: ProRataPolicy): ProRata {
  if (!Number.isSafeInteger(total)) throw new RangeError(`A target is a whole number of minor units; got ${total}.`);
  if (period.last < period.first) throw new RangeError('The period ends before it begins.');
  const within = { first: Math.max(period.first, served.first), last: Math.min(period.last, served.last) };
  const count = (span: Span): number =>
    policy.by === 'calendar-days' ? daysIn(span) : workdaysIn(span, policy.calendar);
  const periodDays = count(period);
  const servedDays = count(within);
  if (periodDays === 0) return { status: 'noWorkingDays' };
  return { status: 'ok', amount: roundedPart(total, servedDays, periodDays), servedDays, periodDays };
}

function roundedPart(total: Minor, part: number, whole: number): Minor {
  // In integers: a total near 2^53 times a number of days is more than a double holds.
  const doubled = 2n * BigInt(Math.abs(total)) * BigInt(part);
  const rounded = Number((doubled + BigInt(whole)) / (2n * BigInt(whole)));
  return total < 0 ? 0 - rounded : rounded;
}
