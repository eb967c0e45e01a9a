import { addMonths, type Day, type Span } from '../calendar/civil-day.ts';
import { type WorkingCalendar, workdaysIn } from '../calendar/workdays.ts';
import { workdaysOff } from '../leave/leave.ts';

/** The terms on which somebody sells. */
export type RepTerm = {
  /** Share of full time, 0–1. */
  readonly fte: number;
  /** First and last day; null where they lie outside the plan. */
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  /** Share of full output in each month of tenure, 0–1; full from then on. Counted from `startsOn`. */
  readonly ramp: readonly number[];
  /** Days of leave; those that are no working days do not matter. */
  readonly daysOff: ReadonlySet<Day>;
  /** Days of which half is leave; a day stands in one of both sets at most. */
  readonly halfDaysOff?: ReadonlySet<Day>;
};

/** A part of somebody's term: `share` of full output over `workdays − off` working days; `off` is what leave takes. */
export type TermPart = { readonly span: Span; readonly share: number; readonly workdays: number; readonly off: number };

/**
 * What somebody can carry in each month, in months of one full-time, fully trained, present person:
 * `fte · Σ ramp(tenure on the day) over the days present ÷ working days of the month`. A month of tenure runs from the
 * day of joining to the day before the same day of the next month. A month without working days carries nothing.
 *
 * Joining on 1 July with the ramp ¼, ½, ¾, 1, 1, 1 makes 4.5 capacity-months in that year.
 *
 * Throws RangeError on an fte or ramp outside 0–1 and on a term that ends before it starts.
 */
export function capacityMonths(term: RepTerm, months: readonly Span[], calendar: WorkingCalendar): number[] {
  demandTerm(term);
  return months.map((month) => {
    const workdays = workdaysIn(month, calendar);
    if (workdays === 0) return 0;
    let output = 0;
    for (const part of termParts(term, month, calendar)) output += part.share * (part.workdays - part.off);
    return (term.fte * output) / workdays;
  });
}

/**
 * The served part of a span, cut where the ramp takes its next step: how many working days each part has, and how many of
 * them leave takes away. `fte · Σ share · (workdays − off)` is the presence that capacity is counted from.
 */
export function termParts(term: RepTerm, span: Span, calendar: WorkingCalendar): TermPart[] {
  const off = { daysOff: term.daysOff, halfDaysOff: term.halfDaysOff ?? new Set<Day>() };
  return tenureMonths(term, span).map((part) => ({
    ...part,
    workdays: workdaysIn(part.span, calendar),
    off: workdaysOff(off, part.span, calendar),
  }));
}

/** The same in hours of selling: capacity-months times the working hours of each month. */
export function capacityHours(
  term: RepTerm,
  months: readonly Span[],
  calendar: WorkingCalendar,
  hoursPerDay: number,
): number[] {
  if (!(hoursPerDay >= 0 && hoursPerDay <= 24)) throw new RangeError(`A day has 0 to 24 hours; got ${hoursPerDay}.`);
  const shares = capacityMonths(term, months, calendar);
  return months.map((month, index) => (shares[index] as number) * workdaysIn(month, calendar) * hoursPerDay);
}

/** The served part of a month, cut where the ramp takes its next step. */
function tenureMonths({ startsOn, endsOn, ramp }: RepTerm, month: Span): { span: Span; share: number }[] {
  const last = Math.min(month.last, endsOn ?? month.last);
  let first = Math.max(month.first, startsOn ?? month.first);
  const parts: { span: Span; share: number }[] = [];
  if (startsOn !== null) {
    for (const [index, share] of ramp.entries()) {
      const stepEnds = Math.min(last, addMonths(startsOn, index + 1) - 1);
      if (stepEnds < first) continue;
      parts.push({ span: { first, last: stepEnds }, share });
      first = stepEnds + 1;
    }
  }
  return [...parts, { span: { first, last }, share: 1 }];
}

function demandTerm({ fte, startsOn, endsOn, ramp }: RepTerm): void {
  for (const share of [fte, ...ramp]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`Full time and ramp are shares from 0 to 1; got ${share}.`);
  }
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw new RangeError('The term ends before it starts.');
}
