import { type Day, toDay, toIso } from './civil-day.ts';
import { isWorkday, type WorkingCalendar } from './workdays.ts';

/** A step of a plan that was prepared: so many days after the plan begins. */
export type PreparedStep = { readonly name: string; readonly afterDays: number };

/**
 * The days on which the steps of a plan are due when it begins on a day: a day off moves a step to the next working day, and the order
 * stays.
 * @throws RangeError for a step before the beginning
 */
export function datedSteps<S extends PreparedStep>(
  steps: readonly S[],
  beginsOn: string,
  calendar: WorkingCalendar,
): (S & { readonly dueOn: string })[] {
  return steps.map((step) => {
    if (!(Number.isInteger(step.afterDays) && step.afterDays >= 0))
      throw new RangeError('A step comes so many days after the beginning.');
    return { ...step, dueOn: toIso(workdayFrom(toDay(beginsOn) + step.afterDays, calendar)) };
  });
}

/** More days off in a row than any calendar has. */
const longestBreak = 60;
function workdayFrom(day: Day, calendar: WorkingCalendar): Day {
  for (let on = day; on < day + longestBreak; on += 1) if (isWorkday(on, calendar)) return on;
  return day;
}
