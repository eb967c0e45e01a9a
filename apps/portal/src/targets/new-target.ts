import type { OrganisationView } from '@milepost/contract/organisation';
import type { NewTarget } from '@milepost/contract/targets';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { fiscalMonths, fiscalYearOf } from '@milepost/core/calendar/fiscal-year';

export type TargetForm = {
  name: string;
  fiscalYear: number;
  total: string;
  months: 'history' | 'even';
  isWeighed: boolean;
};

const calendarOf = (organisation: OrganisationView) => ({
  firstMonth: organisation.fiscalYearStart,
  label: organisation.fiscalYearLabel,
});

/** The fiscal year of a day, as the form begins. */
export const fiscalYearOn = (organisation: OrganisationView, today: string): number =>
  fiscalYearOf(toDay(today), calendarOf(organisation)).year;

/** What the form asks of the server: parts by last fiscal year's revenue, or evenly among the reps. */
export function newTarget(form: TargetForm, totalMinor: number, id: string, organisation: OrganisationView): NewTarget {
  const year = fiscalMonths(form.fiscalYear - 1, calendarOf(organisation));
  const [first, last] = [year[0], year.at(-1)];
  const weightsFrom = form.isWeighed && first && last ? { from: toIso(first.first), to: toIso(last.last) } : null;
  return { id, name: form.name, fiscalYear: form.fiscalYear, totalMinor, months: { kind: form.months }, weightsFrom };
}
