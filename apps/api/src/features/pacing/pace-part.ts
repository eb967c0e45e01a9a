import type { PacingRow } from '@milepost/contract/pacing';
import { toDay } from '@milepost/core/calendar/civil-day';
import { type WorkingCalendar, workdays } from '@milepost/core/calendar/workdays';
import { controlLimits, enoughHistory, paceSignal } from '@milepost/core/pacing/control-limits';
import { needsCorrectiveAction } from '@milepost/core/pacing/corrective-action';
import { landing, type PastLanding } from '@milepost/core/pacing/landing';
import { pace, requiredRate } from '@milepost/core/pacing/pace';
import { pastLandings } from '@milepost/core/pacing/past-landings';
import { type PlanCell, planToDate } from '@milepost/core/pacing/plan-to-date';
import { belongs, type PacingFacts, type Part, type YearFacts } from './pacing-facts.ts';

/** The plan of a part by month, in minor units. */
export function plannedByMonth(facts: PacingFacts, part: Part): number[] {
  const amounts = new Array<number>(facts.months.length).fill(0);
  for (const leaf of facts.leaves)
    if (belongs(part, leaf)) amounts[leaf.month] = (amounts[leaf.month] ?? 0) + leaf.amount;
  return amounts;
}

/** The cells of the plan of a part, with their months. */
function planCells({ months, leaves }: PacingFacts, part: Part): PlanCell[] {
  const spans = months.map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  return leaves.flatMap((leaf) => {
    const month = spans[leaf.month];
    return month && belongs(part, leaf) ? [{ month, amount: leaf.amount }] : [];
  });
}

/** What a part sold by month of the fiscal year; null for months that have not begun. */
export function soldByMonth(facts: PacingFacts, part: Part): (number | null)[] {
  return facts.months.map(({ from }) =>
    from > facts.asOf
      ? null
      : facts.sold
          .filter((row) => row.month === from.slice(0, 7) && belongs(part, row))
          .reduce((sum, row) => sum + row.value, 0),
  );
}

/** Mean size of a record over the last twelve months: revenue of a sale, cash of a receipt, one of a customer; null without any. */
export function averageSaleOf({ recent }: PacingFacts, part: Part): number | null {
  const total = (rows: PacingFacts['recent']['counts']) =>
    rows.filter((row) => belongs(part, row)).reduce((sum, row) => sum + row.value, 0);
  const [amount, count] = [total(recent.amounts), total(recent.counts)];
  return count > 0 && amount > 0 ? amount / count : null;
}

/** Each month's amount with all before it; null stays null. */
export function cumulative<T extends number | null>(amounts: readonly T[]): T[] {
  let sum = 0;
  return amounts.map((amount) => {
    if (amount === null) return amount;
    sum += amount;
    return sum as T;
  });
}

/** May an action be opened for a part, and is one? Without an id it is out of sight, and yet there. */
export type ActionStanding = { mayOpen: boolean; open: { id: string | null } | null };

/**
 * The ratio of the year to date at every month end that is over, that of the year before first. Limits hold for values of one kind:
 * these are of the kind that the page shows, single months would not be.
 */
function ratiosAtMonthEnds(facts: PacingFacts, part: Part): number[] {
  const ofYear = (year: YearFacts): number[] => {
    const amounts = new Array<number>(year.months.length).fill(0);
    for (const leaf of year.leaves)
      if (belongs(part, leaf)) amounts[leaf.month] = (amounts[leaf.month] ?? 0) + leaf.amount;
    const sold = new Map<string, number>();
    for (const row of year.sold) if (belongs(part, row)) sold.set(row.month, (sold.get(row.month) ?? 0) + row.value);
    let [due, actual] = [0, 0];
    return year.months.flatMap(({ from, to }, month) => {
      if (to >= facts.asOf) return [];
      due += amounts[month] ?? 0;
      actual += sold.get(from.slice(0, 7)) ?? 0;
      const { ratio } = pace({ actual, planToDate: due, rest: 0 });
      return ratio === null ? [] : [ratio];
    });
  };
  return [...(facts.before ? ofYear(facts.before) : []), ...ofYear(facts)];
}

function basisOf(history: readonly number[]): PacingRow['signalBasis'] {
  const limits = history.length >= enoughHistory ? controlLimits(history) : null;
  return {
    kind: limits ? 'limits' : 'fixed',
    ratios: history.length,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
  };
}

/** Landings of the past, made again after as many months of a year as are over now. */
function landingsBefore(facts: PacingFacts, part: Part, averageDeal: number | null): PastLanding[] {
  const elapsed = facts.months.filter(({ to }) => to <= facts.asOf).length;
  if (elapsed >= facts.months.length) return [];
  const sold = new Map<string, number>();
  for (const row of facts.history.sold)
    if (belongs(part, row)) sold.set(row.month, (sold.get(row.month) ?? 0) + row.value);
  return pastLandings(
    facts.history.months.map((month) => sold.get(month) ?? 0),
    elapsed,
    averageDeal,
  );
}

/** The pace of one part, all in minor units. */
export function pacePart(
  facts: PacingFacts,
  part: Part,
  calendar: WorkingCalendar,
  best: number | null,
  action: ActionStanding = { mayOpen: false, open: null },
): PacingRow {
  const asOf = toDay(facts.asOf);
  const sold = soldByMonth(facts, part);
  const cells = planCells(facts, part);
  const target = cells.reduce((sum, cell) => sum + cell.amount, 0);
  const due = planToDate(cells, asOf, calendar);
  const actual = sold.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const { ratio } = pace({ actual, planToDate: due, rest: target - due });
  const history = ratiosAtMonthEnds(facts, part);
  const signal = paceSignal(ratio, history);
  const subject = { measure: facts.measure, scope: part.id };
  const left = workdays(asOf + 1, toDay(facts.months.at(-1)?.to ?? facts.asOf), calendar);
  const required = facts.target ? requiredRate(target - actual, left) : null;
  const averageDeal = averageSaleOf(facts, part);
  const projected = facts.target
    ? landing({ actual, planToDate: due, rest: target - due, averageDeal }, landingsBefore(facts, part, averageDeal))
    : null;
  return {
    id: part.id,
    name: part.name,
    target,
    planToDate: due,
    actual,
    variance: actual - due,
    pacingRatio: ratio,
    signal,
    signalBasis: basisOf(history),
    openActionId: action.open?.id ?? null,
    asksForAction: action.mayOpen && needsCorrectiveAction(subject, signal, action.open ? [subject] : []),
    requiredPerWorkday: required === null ? null : Math.ceil(required),
    bestPerWorkday: best,
    landing: projected && {
      value: projected.value,
      low: projected.interval.low,
      high: projected.interval.high,
      conf: projected.conf,
      calibration: projected.calibration.kind,
      landings: projected.calibration.kind === 'calibrated' ? projected.calibration.landings : 0,
    },
  };
}

/**
 * The best mean per working day ever reached over a run of so many working days. Null when there is less history than one such run.
 * @param days sums of single days, in order
 */
export function bestRun(
  days: readonly { day: string; value: number }[],
  length: number,
  calendar: WorkingCalendar,
): number | null {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || length <= 0) return null;
  const byDay = new Map(days.map(({ day, value }) => [toDay(day), value]));
  const runs: number[] = [];
  const window: number[] = [];
  let sum = 0;
  // What comes in on a day off counts for the working day before it.
  for (let day = toDay(first.day); day <= toDay(last.day); day += 1) {
    const value = byDay.get(day) ?? 0;
    sum += value;
    if (workdays(day, day, calendar) === 1 || window.length === 0) window.push(value);
    else window[window.length - 1] = (window.at(-1) ?? 0) + value;
    if (window.length > length) sum -= window.shift() ?? 0;
    if (window.length === length) runs.push(sum);
  }
  return runs.length === 0 ? null : Math.round(Math.max(...runs) / length);
}
