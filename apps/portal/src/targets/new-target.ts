import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';
import type { NewTarget } from '@milepost/contract/targets';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';

export type TargetForm = {
  name: string;
  fiscalYear: number;
  total: string;
  months: 'history' | 'even';
  isWeighed: boolean;
};

/** The fiscal year of a day, as the form begins. */
export const fiscalYearOn = (organisation: OrganisationView, today: string): number =>
  fiscalYearOf(toDay(today), fiscalOf(organisation)).year;

/** What the form asks of the server: parts by last fiscal year's revenue, or evenly among the reps. */
export function newTarget(form: TargetForm, totalMinor: number, id: string, organisation: OrganisationView): NewTarget {
  const year = monthsOf(organisation, form.fiscalYear - 1);
  const [from, to] = [year[0]?.from, year.at(-1)?.to];
  const weightsFrom = form.isWeighed && from && to ? { from, to } : null;
  return { id, name: form.name, fiscalYear: form.fiscalYear, totalMinor, months: { kind: form.months }, weightsFrom };
}
