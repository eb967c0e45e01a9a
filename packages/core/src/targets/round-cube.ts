import { roundToMargins } from '../apportion/round-to-margins.ts';

/**
 * A cube person × line × month to be made whole. `months`, `persons` and `lines` are its whole margins; `personMonths`
 * and `lineMonths` its real sums, month after month; `cellsOf` writes the real persons × lines of one month, and is told
 * which whole sums that month was given.
 */
export type CubeTask = {
  readonly months: ArrayLike<number>;
  readonly persons: ArrayLike<number>;
  readonly lines: ArrayLike<number>;
  readonly personMonths: Float64Array;
  readonly lineMonths: Float64Array;
  readonly cellsOf: (month: number, whole: MonthMargins, cells: Float64Array) => void;
};

export type MonthMargins = { readonly persons: Float64Array; readonly lines: Float64Array };

/**
 * Rounds a cube to whole leaves, person after person, line after line, months fastest. Controlled rounding exists in two
 * dimensions only, so the third is a tree: person × month and line × month are rounded first, then each month's persons
 * × lines between those two. What a leaf was short of in one month, it carries into the next.
 *
 * Months, and with them the total, are always met; persons and lines whenever the zeros of the cube leave a way.
 */
export function roundCube(task: CubeTask): Float64Array {
  const [personCount, lineCount, monthCount] = [task.persons.length, task.lines.length, task.months.length];
  const personMonths = roundToMargins({ cells: task.personMonths, rows: task.months, columns: task.persons }).cells;
  const lineMonths = roundToMargins({ cells: task.lineMonths, rows: task.months, columns: task.lines }).cells;
  const cells = new Float64Array(personCount * lineCount);
  const carry = new Float64Array(personCount * lineCount);
  const wholeMonths: Float64Array[] = [];
  for (let month = 0; month < monthCount; month += 1) {
    const persons = personMonths.subarray(month * personCount, (month + 1) * personCount);
    const lines = lineMonths.subarray(month * lineCount, (month + 1) * lineCount);
    task.cellsOf(month, { persons, lines }, cells);
    const whole = roundToMargins({ cells, rows: persons, columns: lines, carry }).cells;
    for (let row = 0; row < whole.length; row += 1) {
      carry[row] = (carry[row] as number) + (cells[row] as number) - (whole[row] as number);
    }
    wholeMonths.push(whole);
  }
  return interleaved(wholeMonths);
}

/** Months fastest. Writing once from front to back is several times quicker than month by month with gaps. */
function interleaved(months: readonly Float64Array[]): Float64Array {
  const rowCount = months[0]?.length ?? 0;
  const leaves = new Float64Array(rowCount * months.length);
  let place = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (const month of months) {
      leaves[place] = month[row] as number;
      place += 1;
    }
  }
  return leaves;
}

export type CubeSize = { readonly persons: number; readonly lines: number; readonly months: number };

/** Sums of a cube by axis; pairs of axes month after month, as `CubeTask` wants them. */
export type CubeSums = {
  readonly persons: Float64Array;
  readonly lines: Float64Array;
  readonly months: Float64Array;
  readonly personMonths: Float64Array;
  readonly lineMonths: Float64Array;
};

/** The sums of a cube that stands person after person, line after line, months fastest. */
export function cubeSums(cube: Float64Array, size: CubeSize): CubeSums {
  const { persons: personCount, lines: lineCount, months: monthCount } = size;
  const sums = {
    persons: new Float64Array(personCount),
    lines: new Float64Array(lineCount),
    months: new Float64Array(monthCount),
    personMonths: new Float64Array(monthCount * personCount),
    lineMonths: new Float64Array(monthCount * lineCount),
  };
  let place = 0;
  for (let person = 0; person < personCount; person += 1) {
    for (let line = 0; line < lineCount; line += 1) {
      for (let month = 0; month < monthCount; month += 1, place += 1) {
        const cell = cube[place] as number;
        add(sums.personMonths, month * personCount + person, cell);
        add(sums.lineMonths, month * lineCount + line, cell);
      }
    }
  }
  sumColumns(sums.personMonths, sums.persons);
  sumColumns(sums.lineMonths, sums.lines);
  for (let month = 0; month < monthCount; month += 1) {
    for (let line = 0; line < lineCount; line += 1) {
      add(sums.months, month, sums.lineMonths[month * lineCount + line] as number);
    }
  }
  return sums;
}

function sumColumns(matrix: Float64Array, sums: Float64Array): void {
  for (let place = 0; place < matrix.length; place += 1) add(sums, place % sums.length, matrix[place] as number);
}

function add(sums: Float64Array, place: number, value: number): void {
  sums[place] = (sums[place] as number) + value;
}
