import { fiscalOf, monthsOf, workingOf } from '@milepost/contract/calendar';
import type { OrganisationView } from '@milepost/contract/organisation';
import type { TargetGridView } from '@milepost/contract/targets';
import { type Span, toDay, toIso } from '@milepost/core/calendar/civil-day';
import { derive, stored } from '@milepost/core/explain/derive';
import type { Leaf, Why } from '@milepost/core/explain/why';
import { leafPlace, MONTHS_IN_YEAR, monthSums, type Plan } from '@milepost/core/targets/plan';
import { type PlanCalendar, planByPeriod, planPeriods, whyPeriod } from '@milepost/core/targets/plan-periods';
import { sharedFace, whySharedPart } from '@milepost/core/targets/shared-face';
import { type TargetSources, whyBlock } from '@milepost/core/targets/why-target';
import { blockOf, type GridRow, gridColumns, gridRows } from './grid-rows.ts';

/** A row that is read, not edited: a value a column, each with how it comes about. `name` is null for the whole. */
export type ReadRow = {
  id: string;
  name: string | null;
  depth: number;
  values: readonly number[];
  why: (column: number) => Why;
};
export type ReadColumn = { key: string; label: string };

export type Shown = { plan: Plan; view: TargetGridView; sources: TargetSources };
type Cell = { month: Span; amount: number; leaf: Leaf };

/** The stored cells that a row of the grid sums. */
function cellsOfRow({ plan, sources }: Shown, row: GridRow, months: readonly Span[]): Cell[] {
  const spanOf = (month: number) => months[month] as Span;
  const chosen = (ids: readonly string[], some: readonly string[] | undefined) => {
    const wanted = some && new Set(some);
    return [...ids.keys()].filter((place) => !wanted || wanted.has(ids[place] as string));
  };
  const lines = chosen(plan.lines, row.at.lines);
  return chosen(plan.persons, row.at.persons).flatMap((person) =>
    lines.flatMap((line) =>
      months.map((_, month) => {
        const amount = plan.leaves[leafPlace(plan, person, line, month)] as number;
        return { month: spanOf(month), amount, leaf: sources.cell(person, line, month, amount) };
      }),
    ),
  );
}

/** The rows of a face by ISO weeks or by 4-4-5 periods; every period is the sum of the cells' parts in it. */
export function periodGrid(
  shown: Shown,
  face: 'people' | 'lines',
  kind: PlanCalendar,
  organisation: OrganisationView,
  labelOf: (number: number) => string,
): { rows: ReadRow[]; columns: ReadColumn[] } {
  const { plan, view } = shown;
  const year = view.target.fiscalYear;
  const months = monthsOf(organisation, year).map(({ from, to }) => ({ first: toDay(from), last: toDay(to) }));
  const periods = planPeriods(kind, year, fiscalOf(organisation));
  const calendar = workingOf(organisation);
  const days = (count: number, from: number, to: number) =>
    stored('calendar', `${toIso(from)}–${toIso(to)}`, count, 'days', toIso(to));
  const rows = gridRows(plan, view, face).map((row): ReadRow => {
    const cells = cellsOfRow(shown, row, months);
    return {
      id: row.key,
      name: row.name,
      depth: row.depth,
      values: planByPeriod(cells, periods, calendar),
      why: (column) => whyPeriod(cells, periods[column] as Span, calendar, days),
    };
  });
  const columns = periods.map(({ number, first }) => ({ key: toIso(first), label: labelOf(number) }));
  return { rows, columns };
}

/** What shares the months of the plan: regions, or the products of each line. */
export type SharedBy = 'regions' | 'products';

const allMonths = Array.from({ length: MONTHS_IN_YEAR }, (_, month) => month);
const monthsAt = (column: number): readonly number[] => gridColumns[column]?.months ?? allMonths;

/** The rows of regions, or of products under their lines, in the columns of the grid; every month sums to the plan's. */
export function sharedGrid(shown: Shown, by: SharedBy): ReadRow[] {
  const { plan, view, sources } = shown;
  const whole: GridRow = { key: 'total', name: null, depth: 0, kind: 'total', at: {} };
  const ofBlock = (row: GridRow, months: readonly number[]): ReadRow => ({
    id: row.key,
    name: row.name,
    depth: row.depth,
    values: gridColumns.map((_, column) => sumOf(months, monthsAt(column))),
    why: (column) => {
      const at = gridColumns[column];
      return at
        ? whyBlock(plan, blockOf(row, at), sources)
        : derive('sum', { rule: 'targets.cells', unit: sources.unit ?? 'money' }, []);
    },
  });
  const year = [...monthSums(plan.leaves)];
  if (by === 'regions') {
    const regions = view.shares.regions.map((one) => ({ ...one, name: one.id }));
    return [ofBlock(whole, year), ...partsOf(shown, { key: 'region', at: {}, months: year, depth: 1 }, regions)];
  }
  const lines = plan.lines.flatMap((line): ReadRow[] => {
    const row: GridRow = { key: `line ${line}`, name: line, depth: 1, kind: 'line', at: { lines: [line] } };
    const months = monthsOfLine(plan, line);
    const products = view.shares.products.filter((one) => one.line === line);
    const parts = partsOf(shown, { key: `product ${line}`, at: { lines: [line] }, months, depth: 2 }, products);
    return [ofBlock(row, months), ...parts];
  });
  return [ofBlock(whole, year), ...lines];
}

type Parent = { key: string; at: { lines?: readonly string[] }; months: readonly number[]; depth: number };

function partsOf(
  { plan, sources, view }: Shown,
  parent: Parent,
  parts: readonly { id: string; name: string; weight: number }[],
): ReadRow[] {
  const weights = parts.map(({ weight }) => weight);
  const face = sharedFace(weights, parent.months);
  return parts.map(({ id, name }, part) => ({
    id: `${parent.key} ${id}`,
    name,
    depth: parent.depth,
    values: gridColumns.map((_, column) =>
      sumOf([...face.subarray(part * MONTHS_IN_YEAR, (part + 1) * MONTHS_IN_YEAR)], monthsAt(column)),
    ),
    why: (column) =>
      whySharedPart(
        weights,
        parent.months,
        { part, months: monthsAt(column) },
        {
          month: (month) => whyBlock(plan, { ...parent.at, months: [month] }, sources),
          weight: (other, value) =>
            stored(
              'target-weight',
              `${view.target.id}:${parent.key}:${other}`,
              value,
              'ratio',
              parts[other]?.name ?? '',
            ),
          rounding: (other, month, value) =>
            stored(
              'target-rounding',
              `${view.target.id}:${parent.key}:${other}:${month + 1}`,
              value,
              sources.unit ?? 'money',
            ),
        },
      ),
  }));
}

const sumOf = (months: readonly number[], at: readonly number[]): number =>
  at.reduce((sum, month) => sum + (months[month] as number), 0);

function monthsOfLine(plan: Plan, line: string): number[] {
  const place = plan.lines.indexOf(line);
  const months = new Array<number>(MONTHS_IN_YEAR).fill(0);
  for (const person of plan.persons.keys())
    for (const month of allMonths)
      months[month] = (months[month] as number) + (plan.leaves[leafPlace(plan, person, place, month)] as number);
  return months;
}
