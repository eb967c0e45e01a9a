import { fiscalOf, monthsOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';
import type { NewRateTarget } from '@milepost/contract/rate-targets';
import type { NewTarget } from '@milepost/contract/targets';
import { toDay } from '@milepost/core/calendar/civil-day';
import { fiscalYearOf } from '@milepost/core/calendar/fiscal-year';
import { isRate, type TargetMeasure } from '@milepost/core/targets/measures';

export type TargetForm = {
  name: string;
  measure: TargetMeasure;
  fiscalYear: number;
  /** In the currency, a count, or of a rate in percent. */
  total: string;
  months: 'history' | 'even' | 'typed';
  /** As typed, month by month of the fiscal year; for `typed` only. */
  shares: string[];
  isWeighed: boolean;
  /** Times the base; empty for no stretch level. */
  stretch: string;
  /** In percent of last year's revenue: expected to be lost, and to come from prices. */
  churn: string;
  price: string;
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

const readNumber = (text: string, decimalMark: '.' | ','): number | null => {
  const plain = text.trim().replace(/\s*%$/, '').replace(decimalMark, '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** The stretch and core of the form; null while one of them cannot be read. Empty means none, and no change. */
export function readLevels(
  { stretch, churn, price }: Pick<TargetForm, 'stretch' | 'churn' | 'price'>,
  decimalMark: '.' | ',',
): { stretch: { factor: number } | null; core: { churn: number; price: number } } | null {
  const [factor, lost, more] = [stretch, churn, price].map((text) =>
    text.trim() === '' ? 0 : readNumber(text, decimalMark),
  );
  if (factor == null || lost == null || more == null) return null;
  if (factor < 0 || factor > 100 || lost < 0 || lost > 100 || more < -100 || more > 1000) return null;
  return {
    stretch: stretch.trim() === '' ? null : { factor },
    core: { churn: lost / 100, price: more / 100 },
  };
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
  const levels = readLevels(form, organisation.decimalMark);
  const measure = isRate(form.measure) ? 'revenue' : form.measure;
  return {
    ...{ id, name: form.name, measure, fiscalYear: form.fiscalYear, totalMinor, months, weightsFrom },
    stretch: levels?.stretch ?? null,
    core: weightsFrom ? (levels?.core ?? null) : null,
  };
}

/** Typed percent as a share to the hundredth of a percent; null when it is none. */
export function readPercent(text: string, decimalMark: '.' | ','): number | null {
  const percent = readNumber(text, decimalMark);
  return percent === null || percent < 0 || percent > 100 ? null : Math.round(percent * 100) / 10_000;
}

/** What the form asks of the server where a share is wanted: of everybody, in the whole year. */
export function newRateTarget(form: TargetForm, shareRatio: number, id: string): NewRateTarget | null {
  if (!isRate(form.measure)) return null;
  const rates = [{ holder: { kind: 'all' as const }, period: 'year' as const, shareRatio }];
  return { id, name: form.name, measure: form.measure, fiscalYear: form.fiscalYear, rates };
}
