import { partsOfDate } from './dates.ts';
import { type Cell, type DateField, type Field, levelOf, MISSING, numberOf, OTHER, scaleOf } from './fields.ts';
import type { SparseRows } from './sparse-rows.ts';

const DAYS = 7;
const MONTHS = 12;

/** How many columns a field takes. */
export function widthOf(field: Field): number {
  if (field.kind === 'date') return DAYS + (field.hasMonths ? MONTHS : 0) + 1;
  // Beside its levels: what is missing, and what is none of them. Beside value and hinges: zero, and what is missing.
  return field.kind === 'category' ? field.levels.length + 2 : field.scales.length + 2;
}

/** What a cell says in the columns of its field: places within the field, rising, and values. */
export function encodeCell(field: Field, cell: Cell): (readonly [place: number, value: number])[] {
  if (field.kind === 'category') {
    const level = levelOf(cell);
    if (level === null) return [[field.levels.length, 1]];
    const found = field.levels.indexOf(level);
    return [[found < 0 ? field.levels.length + 1 : found, 1]];
  }
  if (field.kind === 'date') return encodeDate(field, cell);
  const value = numberOf(cell);
  const width = field.scales.length;
  if (value === null) return [[width + 1, 1]];
  const scaled = scaleOf(field, value);
  const told = field.scales.map(({ mean, spread }, place) => {
    const knot = field.knots[place - 1];
    return [place, ((knot === undefined ? scaled : Math.max(0, scaled - knot)) - mean) / spread] as const;
  });
  return field.isZeroApart && value === 0 ? [...told, [width, 1]] : told;
}

function encodeDate(field: DateField, cell: Cell): (readonly [place: number, value: number])[] {
  const parts = dateOf(field, cell);
  if (parts === null) return [[widthOf(field) - 1, 1]];
  const weekday = [parts.weekday, 1] as const;
  return field.hasMonths ? [weekday, [DAYS + parts.month, 1]] : [weekday];
}

function dateOf(field: DateField, cell: Cell): ReturnType<typeof partsOfDate> {
  const word = levelOf(cell);
  return word === null ? null : partsOfDate(word, field.order);
}

/** What a cell is called where it is told as a reason: the level, the missing, the other, or null for a number. */
export function wordOf(field: Field, cell: Cell): string | null {
  if (field.kind === 'number') return numberOf(cell) === null ? MISSING : null;
  if (field.kind === 'date') return dateOf(field, cell) === null ? MISSING : null;
  const level = levelOf(cell);
  if (level === null) return MISSING;
  return field.levels.includes(level) ? level : OTHER;
}

/** Records in the columns of their fields, side by side. */
export function encodeRows(fields: readonly Field[], records: readonly (readonly Cell[])[]): SparseRows {
  const offsets: number[] = [];
  let width = 0;
  for (const field of fields) {
    offsets.push(width);
    width += widthOf(field);
  }
  const [columns, values, starts]: [number[], number[], number[]] = [[], [], [0]];
  for (const record of records) {
    for (const [index, field] of fields.entries()) {
      for (const [place, value] of encodeCell(field, record[index] ?? null)) {
        if (value === 0) continue;
        columns.push((offsets[index] as number) + place);
        values.push(value);
      }
    }
    starts.push(columns.length);
  }
  return {
    width,
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float64Array.from(values),
  };
}
