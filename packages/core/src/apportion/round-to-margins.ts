import { thresholdOfLargest } from './largest-few.ts';
import { meetColumns } from './meet-columns.ts';
import type { RoundedMatrix } from './rounded-matrix.ts';

/** A matrix of numbers, row after row, and the whole sums its rows and columns shall have. */
export type RoundingTask = {
  readonly cells: Float64Array;
  readonly rows: ArrayLike<number>;
  readonly columns: ArrayLike<number>;
  /** What each cell was short of in earlier rounds (over it: negative), so that it is served first in this one. */
  readonly carry?: Float64Array;
};

/**
 * `within`: every cell was rounded down or up. `beyond`: some had to move further for the margins' sake. `unmet`: no
 * matrix with zeros where the cells are zero has these columns; the rows are met all the same.
 */
export type Rounding = { readonly cells: Float64Array; readonly columns: 'within' | 'beyond' | 'unmet' };

/**
 * Rounds a matrix to whole numbers with the given row and column sums. All cells are cut; each row in turn gives its
 * missing units to the columns that lag farthest behind; what is then amiss in the columns is mended along augmenting
 * paths. If the matrix has the margins already, every cell ends as its floor or its ceiling (Bacharach 1966; Cox 1987);
 * margins less than one unit away are met as well wherever possible. Rows always have their sums.
 *
 * Throws RangeError when a row of zeros has a sum to meet.
 */
export function roundToMargins({ cells, rows, columns, carry }: RoundingTask): Rounding {
  const width = columns.length;
  const rounded = cutToWhole(cells, width);
  const lag = rounded.surplus.map((taken, column) => (columns[column] as number) - taken);
  // `surplus` counts whole units, `lag` the same less the fractions that are still to be placed.
  for (let column = 0; column < width; column += 1) rounded.surplus[column] = 0 - (lag[column] as number);
  for (let place = 0; place < cells.length; place += 1) {
    const column = place % width;
    lag[column] = (lag[column] as number) - (rounded.fractions[place] as number);
  }
  const task = { rounded, lag, carry, claims: new Float64Array(width), open: new Float64Array(width) };
  let isWithin = true;
  for (let row = 0; row < rows.length; row += 1) {
    isWithin = completeRow(task, row, rows[row] as number) && isWithin;
  }
  const met = meetColumns(rounded);
  return { cells: rounded.cells, columns: met === 'within' && !isWithin ? 'beyond' : met };
}

function cutToWhole(cells: Float64Array, width: number): RoundedMatrix {
  const rounded: RoundedMatrix = {
    width,
    source: cells,
    cells: new Float64Array(cells.length),
    fractions: new Float64Array(cells.length),
    raised: new Uint8Array(cells.length),
    surplus: new Float64Array(width),
  };
  for (let place = 0, column = 0; place < cells.length; place += 1, column = column + 1 === width ? 0 : column + 1) {
    const cell = cells[place] as number;
    // A cell that a fit left a hair beside a whole number is that number: it may neither be cut nor raised.
    const hair = 1e-9 + Math.abs(cell) * 8e-16;
    const whole = Math.floor(cell + hair);
    const fraction = cell - whole;
    rounded.cells[place] = whole;
    rounded.fractions[place] = fraction > hair ? fraction : 0;
    rounded.surplus[column] = (rounded.surplus[column] as number) + whole;
  }
  return rounded;
}

type RowTask = {
  readonly rounded: RoundedMatrix;
  readonly lag: Float64Array;
  readonly carry: Float64Array | undefined;
  /** Of the row at hand: what every cell claims, and the claims of those that may be raised, without gaps. */
  readonly claims: Float64Array;
  readonly open: Float64Array;
};

/** Raises as many cells of a row as its sum needs; answers false when cells had to move beyond floor and ceiling. */
function completeRow(task: RowTask, row: number, sum: number): boolean {
  const { rounded, lag, carry, claims, open } = task;
  const { cells, fractions, width } = rounded;
  const start = row * width;
  let [missing, openCount] = [sum, 0];
  for (let column = 0; column < width; column += 1) {
    missing -= cells[start + column] as number;
    const fraction = fractions[start + column] as number;
    // Its own fraction, what its column lags behind, and what it carries over.
    const own = fraction + (lag[column] as number);
    claims[column] = carry === undefined ? own : own + (carry[start + column] as number);
    lag[column] = own;
    if (fraction === 0) continue;
    open[openCount] = claims[column] as number;
    openCount += 1;
  }
  const raising = Math.min(Math.max(missing, 0), openCount);
  if (raising > 0) {
    const isAll = raising === openCount;
    raiseLargest(task, start, {
      raising,
      threshold: isAll ? Number.NEGATIVE_INFINITY : thresholdOfLargest(open, openCount, raising),
    });
  }
  if (raising === missing) return true;
  moveBeyond(task, row, { units: missing - raising, sum });
  return false;
}

function raiseLargest(
  { rounded, lag, claims }: RowTask,
  start: number,
  { raising, threshold }: { readonly raising: number; readonly threshold: number },
): void {
  const { cells, fractions, raised, surplus, width } = rounded;
  let ties = raising;
  for (let column = 0; column < width; column += 1) {
    if ((claims[column] as number) > threshold && (fractions[start + column] as number) > 0) ties -= 1;
  }
  for (let column = 0; column < width; column += 1) {
    const claim = claims[column] as number;
    if (claim < threshold || (fractions[start + column] as number) === 0) continue;
    if (claim === threshold) {
      if (ties === 0) continue;
      ties -= 1;
    }
    cells[start + column] = (cells[start + column] as number) + 1;
    raised[start + column] = 1;
    surplus[column] = (surplus[column] as number) + 1;
    lag[column] = (lag[column] as number) - 1;
  }
}

/** Puts units that no fraction asks for on the largest cells of a row, or takes them there, never below zero. */
function moveBeyond(
  { rounded, lag }: RowTask,
  row: number,
  { units, sum }: { readonly units: number; readonly sum: number },
): void {
  const { cells, source, width } = rounded;
  let rest = units;
  while (rest !== 0) {
    let largest = -1;
    for (let place = row * width; place < (row + 1) * width; place += 1) {
      if (source[place] === 0 || (rest < 0 && (cells[place] as number) <= 0)) continue;
      if (largest < 0 || (cells[place] as number) > (cells[largest] as number)) largest = place;
    }
    if (largest < 0) throw new RangeError(`Row ${row + 1} cannot sum to ${sum}: there is no cell to take it.`);
    const step = rest > 0 ? rest : 0 - Math.min(-rest, cells[largest] as number);
    cells[largest] = (cells[largest] as number) + step;
    const column = largest % width;
    rounded.surplus[column] = (rounded.surplus[column] as number) + step;
    lag[column] = (lag[column] as number) - step;
    rest -= step;
  }
}
