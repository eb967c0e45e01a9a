import { NO_DAYS, noteDay } from '@milepost/core/imports/day-order';
import { NO_NUMBERS, noteNumber } from '@milepost/core/imports/number-marks';
import type { ColumnEvidence, Watch } from '@milepost/core/imports/plan-rows';
import { trimCell } from '@milepost/core/imports/read-text';
import type { FileTable } from './read-file.ts';
import type { TableLine } from './table-line.ts';

/** What the whole file says of a column. */
export type ColumnSurvey = {
  readonly column: number;
  readonly header: string;
  /** Another column has the same header: their values belong together. */
  readonly isRepeated: boolean;
  readonly filled: number;
};

/** What the whole file says. Lists of lines are cut to `MOST_LISTED`; the counts are whole. */
export type TableSurvey = {
  readonly rows: number;
  readonly columns: readonly ColumnSurvey[];
  /** Columns without a header and without a value: they are left out. */
  readonly emptyColumns: readonly number[];
  /** What the values say of numbers and days, at the position of each column, empty ones included. */
  readonly evidence: readonly ColumnEvidence[];
  readonly sample: readonly (readonly string[])[];
  readonly ignoredCounts: Readonly<Record<string, number>>;
  readonly brokenCounts: Readonly<Record<string, number>>;
  readonly ignored: readonly LineOf<'ignored'>[];
  readonly broken: readonly LineOf<'broken'>[];
};

type LineOf<Kind extends TableLine['kind']> = Extract<TableLine, { kind: Kind }>;

export const MOST_LISTED = 1_000;
const SAMPLE_ROWS = 200;

/** The first rows of a table, for a preview and for proposing a mapping. */
export async function sampleOf(table: FileTable, rows = SAMPLE_ROWS): Promise<(readonly string[])[]> {
  const sample: (readonly string[])[] = [];
  for await (const line of table.lines()) {
    if (line.kind === 'row') sample.push(line.cells);
    if (sample.length >= rows) break;
  }
  return sample;
}

/**
 * Reads a whole table once: counts its rows, lists what is ignored and what is broken, and gathers for each column what
 * its values say of numbers and days. `watch` limits the gathering to the columns that will be read as such.
 */
export async function surveyTable(
  table: FileTable,
  { watch, onProgress }: { watch?: Watch; onProgress?: (share: number) => void } = {},
): Promise<TableSurvey> {
  const watched = table.headers.map((_, column) => ({
    figures: watch?.figures.includes(column) ?? true,
    days: watch?.days.includes(column) ?? true,
  }));
  const filled = table.headers.map(() => 0);
  const numbers = table.headers.map(() => NO_NUMBERS);
  const days = table.headers.map(() => NO_DAYS);
  const sample: (readonly string[])[] = [];
  const [ignored, broken] = [listOf<LineOf<'ignored'>>(), listOf<LineOf<'broken'>>()];
  let rows = 0;
  for await (const line of table.lines(onProgress)) {
    if (line.kind === 'ignored') ignored.add(line);
    if (line.kind === 'broken') broken.add(line);
    if (line.kind !== 'row') continue;
    rows += 1;
    if (sample.length < SAMPLE_ROWS) sample.push(line.cells);
    line.cells.forEach((value, column) => {
      if (trimCell(value) === '') return;
      filled[column] = (filled[column] ?? 0) + 1;
      const cell = { line: line.line, value };
      if (watched[column]?.figures) numbers[column] = noteNumber(numbers[column] ?? NO_NUMBERS, cell);
      if (watched[column]?.days) days[column] = noteDay(days[column] ?? NO_DAYS, cell);
    });
  }
  const surveyed = table.headers.map((header, column) => ({
    column,
    header,
    isRepeated: header !== '' && table.headers.filter((other) => other === header).length > 1,
    filled: filled[column] ?? 0,
  }));
  const isEmpty = (column: ColumnSurvey): boolean => column.header === '' && column.filled === 0;
  return {
    rows,
    columns: surveyed.filter((column) => !isEmpty(column)),
    emptyColumns: surveyed.filter(isEmpty).map(({ column }) => column),
    evidence: numbers.map((figures, column) => ({ numbers: figures, days: days[column] ?? NO_DAYS })),
    sample,
    ignoredCounts: ignored.counts,
    brokenCounts: broken.counts,
    ignored: ignored.lines,
    broken: broken.lines,
  };
}

function listOf<Line extends { because: string }>() {
  const counts: Record<string, number> = {};
  const lines: Line[] = [];
  function add(line: Line): void {
    counts[line.because] = (counts[line.because] ?? 0) + 1;
    if (lines.length < MOST_LISTED) lines.push(line);
  }
  return { counts, lines, add };
}
