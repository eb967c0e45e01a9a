import { addMonths, civilDateOf, type Day, dayOf, type Span, type Weekday, weekdayOf } from '../calendar/civil-day.ts';
import { isWorkday, type WorkingCalendar } from '../calendar/workdays.ts';

export const editionKinds = ['week', 'month'] as const;
export type EditionKind = (typeof editionKinds)[number];

/** The week, by the organisation's first weekday, or the calendar month that holds a day. */
export function editionSpan(kind: EditionKind, day: Day, weekStart: Weekday): Span {
  if (kind === 'week') {
    const first = day - ((weekdayOf(day) - weekStart + 7) % 7);
    return { first, last: first + 6 };
  }
  const first = dayOf({ ...civilDateOf(day), dayOfMonth: 1 });
  return { first, last: addMonths(first, 1) - 1 };
}

/** The span before one. */
export const spanBefore = (kind: EditionKind, { first }: Span, weekStart: Weekday): Span =>
  editionSpan(kind, first - 1, weekStart);

/** The span after one. */
export const spanAfter = (kind: EditionKind, { last }: Span, weekStart: Weekday): Span =>
  editionSpan(kind, last + 1, weekStart);

/** The last span that is over on a day. */
export const lastSpanOver = (kind: EditionKind, today: Day, weekStart: Weekday): Span =>
  spanBefore(kind, editionSpan(kind, today, weekStart), weekStart);

/** So many spans up to one and with it, oldest first. */
export function spansUpTo(kind: EditionKind, span: Span, count: number, weekStart: Weekday): Span[] {
  const found = [span];
  while (found.length < count) found.unshift(spanBefore(kind, found[0] as Span, weekStart));
  return found;
}

const workdaysToSubmit = 2;
const daysToClose = 5;
/** A calendar without any working day would be looked through for ever. */
const longestWait = 60;

/**
 * By when an edition is to be submitted, the second working day after its span, and after which day it is closed as it stands, five
 * days later.
 */
export function editionDeadlines({ last }: Span, calendar: WorkingCalendar): { dueOn: Day; closesOn: Day } {
  let dueOn = last;
  for (let worked = 0; worked < workdaysToSubmit && dueOn < last + longestWait; )
    if (isWorkday(++dueOn, calendar)) worked += 1;
  return { dueOn, closesOn: dueOn + daysToClose };
}
