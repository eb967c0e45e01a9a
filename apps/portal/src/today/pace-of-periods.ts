import type { PacingView } from '@milepost/contract/pacing';

export type PeriodPace = { key: 'month' | 'quarter'; plan: number; planToDate: number; actual: number };

/**
 * Plan, plan to date and actual of the month and the quarter under way, from the months of a year's pace: the server's sums, split
 * where the months before end. Nothing without a plan.
 */
export function paceOfPeriods({ asOf, months, target, total }: PacingView): PeriodPace[] {
  const at = months.findLastIndex(({ startsOn }) => startsOn <= asOf);
  if (!target || !total || at < 0) return [];
  const sum = (from: number, to: number, of: (month: PacingView['months'][number]) => number) =>
    months.slice(from, to).reduce((whole, month) => whole + of(month), 0);
  const period = (key: PeriodPace['key'], from: number, to: number): PeriodPace => ({
    key,
    plan: sum(from, to, ({ plan }) => plan),
    planToDate: total.planToDate - sum(0, from, ({ plan }) => plan),
    actual: sum(from, at + 1, ({ actual }) => actual ?? 0),
  });
  const quarter = at - (at % 3);
  return [period('month', at, at + 1), period('quarter', quarter, quarter + 3)];
}
