import type { PacingView, pacingPeriods } from '@milepost/contract/pacing';
import type { WorkingCalendar } from '@milepost/core/calendar/workdays';
import { pacePart } from './pace-part.ts';
import type { PacingFacts } from './pacing-facts.ts';

export type PacingPeriod = (typeof pacingPeriods)[number];

const monthsIn: Readonly<Record<PacingPeriod, number>> = { month: 1, quarter: 3 };

/** The facts of the month or the quarter that the day stands in, from those of its year; null for a day outside the year. */
export function factsDuring(facts: PacingFacts, period: PacingPeriod): PacingFacts | null {
  const at = facts.months.findIndex(({ from, to }) => from <= facts.asOf && facts.asOf <= to);
  if (at < 0) return null;
  const first = at - (at % monthsIn[period]);
  const months = facts.months.slice(first, first + monthsIn[period]);
  const leaves = facts.leaves.filter(({ month }) => month >= first && month < first + months.length);
  return {
    ...facts,
    firstMonth: facts.firstMonth + first,
    months,
    leaves: leaves.map((leaf) => ({ ...leaf, month: leaf.month - first })),
  };
}

/** Plan, plan to date and actual of the month and the quarter that the day stands in. */
export function pacePeriods(facts: PacingFacts, calendar: WorkingCalendar): PacingView['periods'] {
  if (!facts.target) return [];
  return (['month', 'quarter'] as const).flatMap((period) => {
    const during = factsDuring(facts, period);
    if (!during) return [];
    const { target, planToDate, actual } = pacePart(during, during.whole, calendar, null);
    return [{ period, startsOn: during.months[0]?.from ?? facts.asOf, target, planToDate, actual }];
  });
}
