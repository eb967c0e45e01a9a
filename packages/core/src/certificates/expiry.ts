import { addMonths, toDay, toIso } from '../calendar/civil-day.ts';

/**
 * How long a certificate holds. `completion`: so many months from the day it was earned. `expiry`: from the day on which the one before
 * ran out, so that renewing early costs nothing; where that one had run out already, from completion. `fixed`: until the next of the
 * fixed days that leaves it at least so many months.
 */
export type Validity =
  | { readonly mode: 'completion'; readonly months: number }
  | { readonly mode: 'expiry'; readonly months: number }
  | { readonly mode: 'fixed'; readonly months: number; readonly leastMonths: number; readonly baseOn: string };

const laterBy = (day: string, months: number): string => toIso(addMonths(toDay(day), months));

/**
 * Until when a certificate holds that was earned on a day (the three modes of recertification that Totara documents). Months that are
 * too short give their last day.
 * @param previous until when the one before held; left out for the first
 * @throws RangeError for a validity without a month, or a day that does not exist
 */
export function expiresOn(validity: Validity, completedOn: string, previous: string | null = null): string {
  if (!(Number.isInteger(validity.months) && validity.months > 0)) throw new RangeError('Validity is in whole months.');
  if (validity.mode === 'completion') return laterBy(completedOn, validity.months);
  if (validity.mode === 'expiry')
    return laterBy(previous !== null && completedOn <= previous ? previous : completedOn, validity.months);
  const least = laterBy(completedOn, validity.leastMonths);
  // Always counted from the base, so that the 31st does not wear down to the 28th.
  let times = 0;
  while (laterBy(validity.baseOn, (times - 1) * validity.months) >= least) times -= 1;
  while (laterBy(validity.baseOn, times * validity.months) < least) times += 1;
  return laterBy(validity.baseOn, times * validity.months);
}

/** Where a certificate stands on a day. */
export type Standing = 'valid' | 'renewal-due' | 'expired';

/**
 * It holds through the day before it expires; from so many months before, renewing is due (the renewal window).
 * @throws RangeError for a window below 0
 */
export function standingOn(expires: string | null, windowMonths: number, day: string): Standing {
  if (!(Number.isInteger(windowMonths) && windowMonths >= 0)) throw new RangeError('A window is in whole months.');
  if (expires === null) return 'valid';
  if (day >= expires) return 'expired';
  return day >= laterBy(expires, -windowMonths) ? 'renewal-due' : 'valid';
}
