import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';
import type { NewTarget } from '@milepost/contract/targets';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';

export type TargetForm = {
  name: string;
  fiscalYear: number;
  total: string;
  months: 'history' | 'even' | 'typed';
  /** As typed, month by month of the fiscal year; for `typed` only. */
  shares: string[];
  isWeighed: boolean;
};

/** The fiscal year of a day, as the form begins. */
export const fiscalYearOn = (organisation: OrganisationView, today: string): number =>
  fiscalYearOf(toDay(today), fiscalOf(organisation)).year;

/** Twelve typed shares as numbers; null while one cannot be read or all are nothing. */
export function readShares(texts: readonly string[], decimalMark: '.' | ','): number[] | null {
  const shares = texts.map((text) => {
    const plain = text.trim().replace(/\s*%$/, '').replace(decimalMark, '.');
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  });
  const isReadable = shares.every(Number.isFinite) && shares.some((share) => share > 0);
  return isReadable ? shares : null;
}

/** What the form asks of the server: parts by last fiscal year's revenue, or evenly among the reps. */
export function newTarget(form: TargetForm, totalMinor: number, id: string, organisation: OrganisationView): NewTarget {
  const year = monthsOf(organisation, form.fiscalYear - 1);
  const [from, to] = [year[0]?.from, year.at(-1)?.to];
  const weightsFrom = form.isWeighed && from && to ? { from, to } : null;
  const shares = readShares(form.shares, organisation.decimalMark);
  const months: NewTarget['months'] =
    form.months === 'typed' && shares
      ? { kind: 'typed', shares }
      : { kind: form.months === 'even' ? 'even' : 'history' };
  return { id, name: form.name, fiscalYear: form.fiscalYear, totalMinor, months, weightsFrom };
}
