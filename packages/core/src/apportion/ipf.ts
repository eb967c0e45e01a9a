/**
 * Rows that ask for more than the columns they may draw from can give: no matrix with zeros where the seed has them has
 * these margins. Places count from 0. `missing` is by how much the columns fall short.
 */
export type Conflict = {
  readonly status: 'infeasible';
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly missing: number;
};

/** `cells` row after row; `residual` is the largest distance of a row from its margin, as a part of the total. */
export type Fit =
  | { readonly status: 'ok'; readonly cells: Float64Array; readonly iterations: number; readonly residual: number }
  | Conflict;

export type FitOptions = {
  /** When to stop: the residual that is good enough. 1e−12 when left out, so that sums of 1e12 are off by less than 1. */
  readonly tolerance?: number;
  /** The most rounds to go, 1,000 when left out. */
  readonly iterations?: number;
};

/**
 * Iterative proportional fitting (RAS): the matrix nearest to the seed, in the sense of relative entropy, whose rows and
 * columns have the given sums. Zeros of the seed stay zero. Each round scales the rows, then the columns.
 *
 * Throws RangeError on seeds or margins that are negative or not finite, and when rows and columns sum to different
 * totals. Source: Deming & Stephan 1940.
 */
export function ipf(
  seed: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
  options: FitOptions = {},
): { readonly status: 'ok'; readonly cells: number[][]; readonly iterations: number } | Conflict {
  if (seed.length !== rows.length || seed.some((row) => row.length !== columns.length)) {
    throw new RangeError('The seed has other rows and columns than the margins.');
  }
  const fit = fitMargins(Float64Array.from(seed.flat()), rows, columns, options);
  if (fit.status !== 'ok') return fit;
  const width = columns.length;
  const cells = rows.map((_, row) => Array.from(fit.cells.subarray(row * width, (row + 1) * width)));
  return { status: 'ok', cells, iterations: fit.iterations };
}

/** `ipf` for big grids: the seed is one array, row after row. Throws as `ipf` does. */
export function fitMargins(
  seed: Float64Array,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
  { tolerance = 1e-12, iterations: most = 1000 }: FitOptions = {},
): Fit {
  const total = demandMargins(seed, rows, columns);
  const cells = seed.slice();
  const columnSums = new Float64Array(columns.length);
  let residual = total === 0 ? 0 : 1;
  let iterations = 0;
  if (total === 0) cells.fill(0);
  while (residual > tolerance && iterations < most) {
    const farthest = scaleRows(cells, rows, columnSums);
    scaleColumns(cells, columns, columnSums);
    iterations += 1;
    // The rows are measured on the way of the next round; only the first is measured for itself, as it may be the last.
    residual = (iterations === 1 ? farthestRow(cells, rows, columns.length) : farthest) / total;
  }
  if (residual > tolerance) {
    const conflict = conflictOf(cells, seed, rows, columns);
    if (conflict !== null) return conflict;
  }
  return { status: 'ok', cells, iterations, residual };
}

/** Brings every row to its margin and counts the columns; answers how far the rows were from it, at most. */
function scaleRows(cells: Float64Array, rows: ArrayLike<number>, columnSums: Float64Array): number {
  const width = columnSums.length;
  columnSums.fill(0);
  let farthest = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const start = row * width;
    const sum = sumOf(cells, start, width);
    const margin = rows[row] as number;
    farthest = Math.max(farthest, Math.abs(sum - margin));
    const factor = sum === 0 ? 0 : margin / sum;
    for (let column = 0; column < width; column += 1) {
      const scaled = (cells[start + column] as number) * factor;
      cells[start + column] = scaled;
      columnSums[column] = (columnSums[column] as number) + scaled;
    }
  }
  return farthest;
}

function scaleColumns(cells: Float64Array, columns: ArrayLike<number>, columnSums: Float64Array): void {
  const width = columnSums.length;
  const factors = columnSums.map((sum, column) => (sum === 0 ? 0 : (columns[column] as number) / sum));
  for (let start = 0; start < cells.length; start += width) {
    for (let column = 0; column < width; column += 1) {
      cells[start + column] = (cells[start + column] as number) * (factors[column] as number);
    }
  }
}

function farthestRow(cells: Float64Array, rows: ArrayLike<number>, width: number): number {
  let farthest = 0;
  for (let row = 0; row < rows.length; row += 1) {
    farthest = Math.max(farthest, Math.abs(sumOf(cells, row * width, width) - (rows[row] as number)));
  }
  return farthest;
}

/**
 * The proof that no such matrix exists, or null when it merely converges slowly. Where margins cannot be met, the rows
 * that stay short after the columns were scaled are the ones in conflict (Pukelsheim 2014), so taking rows by how short
 * they are must meet a set that asks for more than its columns have.
 */
function conflictOf(
  cells: Float64Array,
  seed: Float64Array,
  rows: ArrayLike<number>,
  columns: ArrayLike<number>,
): Conflict | null {
  const width = columns.length;
  const shortness = Array.from(rows, (margin, row) => {
    const sum = sumOf(cells, row * width, width);
    return margin === 0 ? 0 : margin / sum;
  });
  const byShortness = shortness
    .map((_, row) => row)
    .sort((a, b) => (shortness[b] as number) - (shortness[a] as number));
  const open = new Set<number>();
  let [asked, given] = [0, 0];
  for (const [place, row] of byShortness.entries()) {
    asked += rows[row] as number;
    for (let column = 0; column < width; column += 1) {
      if ((seed[row * width + column] as number) === 0 || open.has(column)) continue;
      open.add(column);
      given += columns[column] as number;
    }
    if (asked - given > 1e-9 * asked) {
      const inConflict = byShortness.slice(0, place + 1).sort((a, b) => a - b);
      return {
        status: 'infeasible',
        rows: inConflict,
        columns: [...open].sort((a, b) => a - b),
        missing: asked - given,
      };
    }
  }
  return null;
}

function demandMargins(seed: Float64Array, rows: ArrayLike<number>, columns: ArrayLike<number>): number {
  if (seed.length !== rows.length * columns.length) throw new RangeError('The seed has not rows × columns cells.');
  for (const values of [seed, rows, columns]) {
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] as number;
      if (value >= 0 && value < Number.POSITIVE_INFINITY) continue;
      throw new RangeError(`Seeds and margins are finite numbers of zero or more; got ${value}.`);
    }
  }
  const total = sumOf(rows, 0, rows.length);
  const other = sumOf(columns, 0, columns.length);
  if (Math.abs(total - other) > 1e-9 * Math.max(total, other)) {
    throw new RangeError(`Rows sum to ${total} and columns to ${other}; they must agree.`);
  }
  return total;
}

function sumOf(values: ArrayLike<number>, start: number, length: number): number {
  let sum = 0;
  for (let index = start; index < start + length; index += 1) sum += values[index] as number;
  return sum;
}
