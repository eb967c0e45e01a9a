/** Rows of numbers of which most are zero: only what is not zero is kept, row after row. */
export type SparseRows = {
  /** How many numbers a row has, zeros included. */
  readonly width: number;
  /** Where each row begins in `columns` and `values`; one entry more than there are rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
};

/** How many rows there are. */
export const rowsOf = (rows: SparseRows): number => rows.starts.length - 1;

/** Rows of full length, kept sparsely. Throws RangeError on rows of different lengths and on numbers that are not finite. */
export function sparseRows(dense: readonly (readonly number[])[]): SparseRows {
  const width = dense[0]?.length ?? 0;
  const [columns, values, starts]: [number[], number[], number[]] = [[], [], [0]];
  for (const row of dense) {
    if (row.length !== width) throw new RangeError(`Rows have the same length; got ${row.length} beside ${width}.`);
    for (const [column, value] of row.entries()) {
      if (!Number.isFinite(value)) throw new RangeError(`A row holds finite numbers; got ${value}.`);
      if (value === 0) continue;
      columns.push(column);
      values.push(value);
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

/** `row · weights`, for the row at that place. */
export function dotRow(rows: SparseRows, at: number, weights: ArrayLike<number>): number {
  let sum = 0;
  const end = rows.starts[at + 1] as number;
  for (let place = rows.starts[at] as number; place < end; place += 1)
    sum += (rows.values[place] as number) * (weights[rows.columns[place] as number] as number);
  return sum;
}
