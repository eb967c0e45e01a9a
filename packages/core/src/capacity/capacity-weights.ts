import { daysIn, type Span } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/workdays.ts';
import { capacityMonths, type RepTerm } from './capacity.ts';

/**
 * How a part of a year is reckoned for those who do not serve all of it. `working-capacity`: full time, ramp and presence
 * on working days. `calendar-days`: full time and the days of the calendar between the first and the last day of the term.
 */
export type TermPolicy = 'working-capacity' | 'calendar-days';

/**
 * What somebody carries of each month by the organisation's policy, in months of one full-time person: the weights by
 * which a target is shared out. Joining on 1 July with the ramp ¼, ½, ¾ weighs 4.5 of 12 months by working capacity, 6 by
 * calendar days; joining on 16 April weighs ½ in April by calendar days, whatever the weekdays are.
 *
 * Throws RangeError on terms that cannot be, as `capacityMonths` does.
 */
export function capacityWeights(
  term: RepTerm,
  months: readonly Span[],
  calendar: WorkingCalendar,
  policy: TermPolicy,
): number[] {
  const byCapacity = capacityMonths(term, months, calendar);
  if (policy === 'working-capacity') return byCapacity;
  return months.map((month) => {
    const served = {
      first: Math.max(month.first, term.startsOn ?? month.first),
      last: Math.min(month.last, term.endsOn ?? month.last),
    };
    return (term.fte * Math.max(0, daysIn(served))) / daysIn(month);
  });
}
