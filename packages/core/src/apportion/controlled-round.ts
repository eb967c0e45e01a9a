import { roundToMargins } from './round-to-margins.ts';

/**
 * Rounds a matrix to whole numbers so that rows and columns keep their whole sums and every cell is its floor or its
 * ceiling. In two dimensions such a rounding always exists (Bacharach 1966; Cox 1987); in three it need not, which is
 * why the third is made a tree.
 *
 * Throws RangeError when margins are no whole numbers, have different totals, or are not the matrix's own sums.
 */
export function controlledRound(
  cells: readonly (readonly number[])[],
  rows: readonly number[],
  columns: readonly number[],
): number[][] {
  if (cells.length !== rows.length || cells.some((row) => row.length !== columns.length)) {
    throw new RangeError('The matrix has other rows and columns than the margins.');
  }
  const width = columns.length;
  const flat = Float64Array.from(cells.flat());
  demandOwnMargins(flat, rows, columns);
  const rounding = roundToMargins({ cells: flat, rows, columns });
  if (rounding.columns !== 'within') throw new RangeError('The matrix does not have these margins.');
  return rows.map((_, row) => Array.from(rounding.cells.subarray(row * width, (row + 1) * width), (cell) => cell + 0));
}

function demandOwnMargins(cells: Float64Array, rows: readonly number[], columns: readonly number[]): void {
  const rowSums = new Float64Array(rows.length);
  const columnSums = new Float64Array(columns.length);
  for (let place = 0; place < cells.length; place += 1) {
    const [row, column] = [Math.floor(place / columns.length), place % columns.length];
    rowSums[row] = (rowSums[row] as number) + (cells[place] as number);
    columnSums[column] = (columnSums[column] as number) + (cells[place] as number);
  }
  const sides = [
    { name: 'Row', margins: rows, sums: rowSums },
    { name: 'Column', margins: columns, sums: columnSums },
  ];
  for (const { name, margins, sums } of sides) {
    for (const [index, margin] of margins.entries()) {
      const sum = sums[index] as number;
      if (!Number.isSafeInteger(margin)) throw new RangeError(`Margins are whole numbers; got ${margin}.`);
      if (!(Math.abs(sum - margin) < 0.5)) throw new RangeError(`${name} ${index + 1} sums to ${sum}, not ${margin}.`);
    }
  }
}
