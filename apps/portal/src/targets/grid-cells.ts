import { contains } from '@milepost/core/targets/block';
import { MONTHS_IN_YEAR, type Plan } from '@milepost/core/targets/plan';
import { blockOf, type GridRow, gridColumns } from './grid-rows.ts';

/** What a cell shows: the sum of its block, whether a lock holds all of it, and whether it differs from what is saved. */
export type GridCell = { value: number; isLocked: boolean; isChanged: boolean };

/** The cells of every row in the order of `gridColumns`, by the key of the row. */
export type GridCells = ReadonlyMap<string, readonly GridCell[]>;

/**
 * The cells of a grid. A row whose cells are as they were before is the very same list as before, so that a keystroke draws
 * only the rows that it changed.
 */
export function gridCells(plan: Plan, saved: Plan, rows: readonly GridRow[], before: GridCells): GridCells {
  return new Map(
    rows.map((row) => {
      const now = columnSums(plan, row);
      const then = saved === plan ? now : columnSums(saved, row);
      const known = before.get(row.key);
      const cells = gridColumns.map((column, at): GridCell => {
        const block = plan.locks.length > 0 ? blockOf(row, column) : null;
        return {
          value: now[at] as number,
          isLocked: block !== null && plan.locks.some((lock) => contains(plan, lock.at, block)),
          isChanged: now[at] !== then[at],
        };
      });
      return [row.key, known && isSame(known, cells) ? known : cells];
    }),
  );
}

const isSame = (one: readonly GridCell[], other: readonly GridCell[]): boolean =>
  one.every(({ value, isLocked, isChanged }, at) => {
    const same = other[at];
    return same?.value === value && same.isLocked === isLocked && same.isChanged === isChanged;
  });

/** The sums of a row by column, in one pass over its months. */
function columnSums(plan: Plan, row: GridRow): number[] {
  const months = monthsOfRow(plan, row);
  return gridColumns.map((column) =>
    (column.months ?? allMonths).reduce((sum, month) => sum + (months[month] as number), 0),
  );
}

function monthsOfRow(plan: Plan, { at }: GridRow): number[] {
  const months = new Array<number>(MONTHS_IN_YEAR).fill(0);
  const add = (cells: Float64Array, start: number): void => {
    for (let month = 0; month < MONTHS_IN_YEAR; month += 1)
      months[month] = (months[month] as number) + (cells[start + month] as number);
  };
  if (at.segments) {
    for (const id of at.segments) add(plan.segmentMonths, plan.segments.indexOf(id) * MONTHS_IN_YEAR);
    return months;
  }
  const persons = placesOf(plan.persons, at.persons);
  const lines = placesOf(plan.lines, at.lines);
  for (const person of persons)
    for (const line of lines) add(plan.leaves, (person * plan.lines.length + line) * MONTHS_IN_YEAR);
  return months;
}

const allMonths = Array.from({ length: MONTHS_IN_YEAR }, (_, month) => month);
const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

function placesOf(ids: readonly string[], chosen: readonly string[] | undefined): readonly number[] {
  if (chosen === undefined) return [...ids.keys()];
  let known = places.get(ids);
  if (!known) {
    known = new Map(ids.map((id, place) => [id, place]));
    places.set(ids, known);
  }
  return chosen.flatMap((id) => known.get(id) ?? []);
}
