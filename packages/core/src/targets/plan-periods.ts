import { roundToMargins } from '../apportion/round-to-margins.ts';
import type { Day, Span } from '../calendar/civil-day.ts';
import { type FiscalCalendar, fiscalMonths } from '../calendar/fiscal-year.ts';
import { isoWeek } from '../calendar/iso-week.ts';
import { periods } from '../calendar/periods.ts';
import type { WorkingCalendar } from '../calendar/workdays.ts';
import { derive } from '../explain/derive.ts';
import type { Leaf, Unit, Why } from '../explain/why.ts';
import { dueOf, elapsed, type PlanCell } from '../pacing/plan-to-date.ts';

/** How a fiscal year is read: by ISO weeks, or by twelve periods of 4, 4 and 5 weeks. */
export type PlanCalendar = 'iso' | '4-4-5';

/** A period of a fiscal year: the number of its ISO week or period, its quarter where it has one, and its days. */
export type PlanPeriod = Span & { readonly number: number; readonly quarter: number | null };

/**
 * The periods of a fiscal year, in their order, without gap or overlap, cut to the days of the year: its first and its
 * last ISO week may be parts of one, and the first and last 4-4-5 period take the days up to the ends of the year, so
 * that what is planned in them sums to the year.
 */
export function planPeriods(kind: PlanCalendar, year: number, fiscal: FiscalCalendar): PlanPeriod[] {
  const months = fiscalMonths(year, fiscal);
  const [first, last] = [(months[0] as Span).first, (months[11] as Span).last];
  if (kind === 'iso') return isoWeeks(first, last);
  const cut = periods({ kind, ...fiscal, firstWeekday: 1, begins: 'nearest' }, year);
  return cut.map(({ number, quarter, ...span }) => ({
    number,
    quarter,
    first: number === 1 ? first : span.first,
    last: number === cut.length ? last : span.last,
  }));
}

function isoWeeks(first: Day, last: Day): PlanPeriod[] {
  const weeks: PlanPeriod[] = [];
  for (let day = first; day <= last; ) {
    const { week } = isoWeek(day);
    let end = day;
    while (end < last && isoWeek(end + 1).week === week) end += 1;
    weeks.push({ number: week, quarter: null, first: day, last: end });
    day = end + 1;
  }
  return weeks;
}

/**
 * What is planned in each period: every cell follows the working days of its month, `F(last) − F(first − 1)`, each rounded
 * for itself, so that a team's week is the sum of its people's and the periods of a year sum to the year. Periods stand
 * in their order without gaps, as `planPeriods` gives them.
 */
export function planByPeriod(cells: readonly PlanCell[], at: readonly Span[], calendar: WorkingCalendar): number[] {
  const sums = new Array<number>(at.length).fill(0);
  for (const [month, group] of Map.groupBy(cells, (cell) => cell.month)) {
    const touched = at.flatMap((period, place) =>
      period.first <= month.last && period.last >= month.first
        ? [{ place, part: elapsed(month, period.last, calendar) }]
        : [],
    );
    for (const { amount } of group) {
      let before = 0;
      for (const { place, part } of touched) {
        const due = dueOf(amount, part);
        sums[place] = (sums[place] as number) + due - before;
        before = due;
      }
    }
  }
  return sums;
}

/** How what is planned in a period comes about: of every cell the part due by its last day, less what was due before. */
export function whyPeriod(
  cells: readonly (PlanCell & { readonly leaf: Why | Leaf })[],
  period: Span,
  calendar: WorkingCalendar,
  days: (count: number, from: Day, to: Day) => Leaf,
): Why {
  const unit: Unit = cells[0]?.leaf.unit ?? 'money';
  const parts = cells
    .filter(({ month }) => period.first <= month.last && period.last >= month.first)
    .map(({ month, leaf }) => {
      const due = (until: Day): Why => {
        const { done, whole } = elapsed(month, until, calendar);
        return derive('share-round', { rule: 'targets.due-by', unit }, [
          leaf,
          days(done, month.first, Math.max(month.first, Math.min(until, month.last))),
          days(whole, month.first, month.last),
        ]);
      };
      return derive('difference', { rule: 'targets.cell-in-period', unit }, [due(period.last), due(period.first - 1)]);
    });
  return derive('sum', { rule: 'targets.period', unit }, parts);
}

/**
 * What parts of a plan that share its months (segments, regions, the products of a line) have in each period: in proportion to the
 * working days of their months, and rounded so that every period sums to the plan's and every part to its year (controlled rounding).
 * A year that no rounding meets gives way to the periods.
 * @param parts the months of each part, whole units
 * @param at periods in their order without gaps, and `totals` what the plan has in each of them
 * @returns for each part its periods
 */
export function sharedByPeriod(
  parts: readonly (readonly number[])[],
  months: readonly Span[],
  { at, totals }: { readonly at: readonly Span[]; readonly totals: readonly number[] },
  calendar: WorkingCalendar,
): number[][] {
  const count = parts.length;
  const cells = new Float64Array(at.length * count);
  for (const [place, month] of months.entries())
    for (const [row, period] of at.entries()) {
      if (period.first > month.last || period.last < month.first) continue;
      const [until, before] = [elapsed(month, period.last, calendar), elapsed(month, period.first - 1, calendar)];
      const share = (until.done - before.done) / until.whole;
      for (let part = 0; part < count; part += 1) {
        const cell = row * count + part;
        cells[cell] = (cells[cell] as number) + share * ((parts[part] as readonly number[])[place] as number);
      }
    }
  for (const [row, total] of totals.entries()) {
    const own = cells.subarray(row * count, (row + 1) * count);
    // Leaves that cancel out may leave a unit where no part has anything.
    if (count > 0 && total !== 0 && own.every((cell) => cell === 0)) own[0] = total;
  }
  const years = parts.map((own) => own.reduce((sum, amount) => sum + amount, 0));
  const rounded = count === 0 ? cells : roundToMargins({ cells, rows: totals, columns: years }).cells;
  return parts.map((_, part) => at.map((_period, row) => (rounded[row * count + part] as number) + 0));
}
