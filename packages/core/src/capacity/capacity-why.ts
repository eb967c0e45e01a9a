import type { Day, Span } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/workdays.ts';
import { derive, record, stored } from '../explain/derive.ts';
import type { Leaf, Why } from '../explain/why.ts';
import { daysOffOf, type Leave, workdaysOff } from '../leave/leave.ts';
import { termParts } from './capacity.ts';

/** The terms on which a person sells, as their record keeps them, and their leaves, of which no two overlap. */
export type PersonTerm = {
  readonly id: string;
  readonly name: string;
  /** Share of full time, 0–1. */
  readonly fte: number;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  /** Share of full output in each month of tenure, 0–1. */
  readonly ramp: readonly number[];
  /** Hours of selling in a full day. */
  readonly hoursPerDay: number;
  readonly leaves: readonly (Leave & { readonly id: string; readonly label: string })[];
};

/**
 * Hours of selling of one person in a span, with the way they come about (rule 1): for each part of the term with one
 * share of the ramp `fte · share · hours a day · (working days − leave)`, all parts summed. What it gives is what
 * `capacityHours` gives of the same term.
 *
 * Throws RangeError on an fte or ramp outside 0–1, a day of more than 24 hours, a term that ends before it starts.
 * @param label of the span, e.g. `2026-03`
 */
export function capacityHoursWhy(person: PersonTerm, span: Span, calendar: WorkingCalendar, label: string): Why {
  const { id, name, fte, hoursPerDay, leaves, ramp } = person;
  for (const share of [fte, ...ramp]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`Full time and ramp are shares from 0 to 1; got ${share}.`);
  }
  if (!(hoursPerDay >= 0 && hoursPerDay <= 24)) throw new RangeError(`A day has 0 to 24 hours; got ${hoursPerDay}.`);
  if (person.startsOn !== null && person.endsOn !== null && person.endsOn < person.startsOn)
    throw new RangeError('The term ends before it starts.');
  const parts = termParts({ ...person, ...daysOffOf(leaves) }, span, calendar).filter(({ workdays }) => workdays > 0);
  const hours = parts.map((part) => {
    const away = leaves.flatMap((leave): Leaf[] => {
      const days = workdaysOff(daysOffOf([leave]), part.span, calendar);
      return days === 0 ? [] : [record('leave', leave.id, days, 'days', leave.label)];
    });
    return derive('product', { rule: 'capacity.part-hours', unit: 'hours', label }, [
      record('person', id, fte, 'ratio', name),
      ...(part.share === 1 ? [] : [stored('capacity', 'ramp', part.share, 'ratio')]),
      stored('capacity', 'hours-a-day', hoursPerDay, 'hours'),
      derive('difference', { rule: 'capacity.days-present', unit: 'days' }, [
        stored('calendar', `${part.span.first}–${part.span.last}`, part.workdays, 'days', label),
        ...away,
      ]),
    ]);
  });
  return derive('sum', { rule: 'capacity.hours', unit: 'hours', label }, hours);
}
