import { fiscalOf, monthsOf, workingOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';
import { toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Why } from '@milepost/core/explain/why';
import { blockSum } from '@milepost/core/targets/block';
import {
  type PlanCalendar,
  type PlanPeriod,
  planPeriods,
  sharedByPeriod,
  whyPeriod,
} from '@milepost/core/targets/plan-periods';
import { whyBlock } from '@milepost/core/targets/why-target';
import { blockOf, gridColumns, gridRows } from './grid-rows.ts';
import { periodGrid, type ReadColumn, type ReadRow, type SharedBy, type Shown, sharedGrid } from './read-grid.ts';

/** Where each month stands among the columns of the grid. */
const monthColumns = gridColumns.flatMap(({ kind }, at) => (kind === 'month' ? [at] : []));

/** The segments of the plan in the columns of the grid, as they are edited. */
const segmentRows = ({ plan, view, sources }: Shown): ReadRow[] =>
  gridRows(plan, view, 'segments').map((row) => ({
    id: row.key,
    name: row.name,
    depth: row.depth,
    values: gridColumns.map((column) => blockSum(plan, blockOf(row, column))),
    why: (column) => whyBlock(plan, blockOf(row, gridColumns[column] as (typeof gridColumns)[number]), sources),
  }));

/**
 * Segments, regions or products by ISO weeks or 4-4-5 periods: every period sums to that of what they share, of the whole or of their
 * line, and every part to its year.
 */
export function sharedPeriodGrid(
  shown: Shown,
  by: SharedBy | 'segments',
  kind: PlanCalendar,
  organisation: OrganisationView,
  labelOf: (number: number) => string,
): { rows: ReadRow[]; columns: ReadColumn[] } {
  const { view, sources } = shown;
  const year = view.target.fiscalYear;
  const months = monthsOf(organisation, year).map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  const at = planPeriods(kind, year, fiscalOf(organisation));
  const calendar = workingOf(organisation);
  const face = by === 'products' ? 'lines' : 'people';
  const shared = periodGrid(shown, face, kind, organisation, labelOf);
  const above = new Map(shared.rows.map((row) => [row.id, row]));
  const days = (count: number, from: number, to: number) =>
    stored('calendar', `${toIso(from)}–${toIso(to)}`, count, 'days', toIso(to));

  /** The parts of one row by period, beside that row. */
  function partsOf(parent: ReadRow, parts: readonly ReadRow[]): ReadRow[] {
    const own = parts.map(({ values }) => monthColumns.map((column) => values[column] as number));
    const periods = sharedByPeriod(own, months, { at, totals: parent.values }, calendar);
    return parts.map((part, place): ReadRow => {
      const values = periods[place] as number[];
      return { ...part, values, why: (column) => whyPart(part, at[column] as PlanPeriod, values[column] as number) };
    });
  }
  function whyPart(part: ReadRow, period: PlanPeriod, value: number): Why {
    const cells = months.flatMap((month, place) => {
      if (period.first > month.last || period.last < month.first) return [];
      const leaf = part.why(monthColumns[place] as number);
      return [{ month, amount: leaf.value, leaf }];
    });
    const due = whyPeriod(cells, period, calendar, days);
    const unit = sources.unit ?? 'money';
    const id = `${view.target.id}:${part.id}:${toIso(period.first)}`;
    return derive('sum', { rule: 'targets.part-period', unit }, [
      due,
      stored('target-rounding', id, value - due.value, unit),
    ]);
  }

  const base = by === 'segments' ? segmentRows(shown) : sharedGrid(shown, by);
  const rows: ReadRow[] = [];
  for (const [place, row] of base.entries()) {
    const parent = above.get(row.id);
    if (!parent) continue;
    const end = base.findIndex((other, next) => next > place && above.has(other.id));
    rows.push(parent, ...partsOf(parent, base.slice(place + 1, end < 0 ? undefined : end)));
  }
  return { rows, columns: shared.columns };
}
