import type { AttainmentGrain, AttainmentPeriod } from '@milepost/contract/attainment';
import { monthsOf } from '@milepost/contract/calendar';
import { earlierOf } from '@milepost/core/calendar/civil-day';
import type { Actor } from '../../auth/actor.ts';

/** Some whole months of a fiscal year, read on its last day, or today while it is under way. */
export type Period = {
  fiscalYear: number;
  /** The first day of its fiscal year. */
  yearStart: string;
  /** Which month of the year it begins with, from 0. */
  firstMonth: number;
  months: { from: string; to: string }[];
  from: string;
  to: string;
  asOf: string;
  state: AttainmentPeriod['state'];
};

const monthsIn: Readonly<Record<AttainmentGrain, number>> = { month: 1, quarter: 3, year: 12 };
/** By year so many stand beside each other. */
const yearsShown = 5;
/** Years before the one shown that a trend begins with: enough for limits of eight periods. */
const yearsBefore: Readonly<Record<AttainmentGrain, number>> = { month: 1, quarter: 2, year: 0 };

/** The periods of a fiscal year in their order. */
export function periodsIn(
  { organisation }: Actor,
  today: string,
  fiscalYear: number,
  grain: AttainmentGrain,
): Period[] {
  const year = monthsOf(organisation, fiscalYear);
  const size = monthsIn[grain];
  return Array.from({ length: year.length / size }, (_, at) => {
    const months = year.slice(at * size, (at + 1) * size);
    const [from, to] = [months[0]?.from ?? '', months.at(-1)?.to ?? ''];
    return {
      ...{ fiscalYear, yearStart: year[0]?.from ?? from, firstMonth: at * size, months, from, to },
      asOf: earlierOf(to, today),
      state: to < today ? ('over' as const) : from > today ? ('ahead' as const) : ('under-way' as const),
    };
  });
}

/** The same period of the year before. */
export const periodBefore = (actor: Actor, today: string, { fiscalYear, firstMonth, months }: Period): Period => {
  const grain = months.length === 1 ? 'month' : months.length === 3 ? 'quarter' : 'year';
  const found = periodsIn(actor, today, fiscalYear - 1, grain)[firstMonth / months.length];
  if (!found) throw new RangeError('A year has the periods that every year has.');
  return found;
};

/** The periods that are shown of a year, and those before them with which a trend begins. */
export function periodsShown(actor: Actor, today: string, fiscalYear: number, grain: AttainmentGrain) {
  const of = (year: number) => periodsIn(actor, today, year, grain);
  const back = (count: number) => Array.from({ length: count }, (_, at) => fiscalYear - count + at);
  return {
    shown: grain === 'year' ? [...back(yearsShown - 1), fiscalYear].flatMap(of) : of(fiscalYear),
    earlier: back(yearsBefore[grain]).flatMap(of),
  };
}
