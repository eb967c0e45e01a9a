import type { Lp } from '@milepost/core/lp/lp';
import type { Highs, ModelData } from 'highs';

/** A programme as HiGHS takes it: dense bounds and costs, the rows packed one after the other. */
export function modelData(highs: Highs, { direction, columns, rows }: Lp): ModelData {
  const { maximize, minimize } = highs.constants.objectiveSense;
  const count = rows.reduce((sum, { terms }) => sum + terms.length, 0);
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(count);
  const values = new Float64Array(count);
  let place = 0;
  for (const [row, { terms }] of rows.entries()) {
    for (const [column, coefficient] of terms) {
      indices[place] = column;
      values[place] = coefficient;
      place += 1;
    }
    starts[row + 1] = place;
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: direction === 'max' ? maximize : minimize,
    colCost: columns.map(({ objective }) => objective),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
  };
}

/** Do two programmes differ in bounds, objective and names at most? */
export const isSameMatrix = (a: Lp, b: Lp): boolean =>
  a.columns.length === b.columns.length &&
  a.rows.length === b.rows.length &&
  a.rows.every(({ terms }, row) => {
    const others = b.rows[row]?.terms ?? [];
    return (
      terms === others ||
      (terms.length === others.length &&
        terms.every(([column, coefficient], at) => others[at]?.[0] === column && others[at]?.[1] === coefficient))
    );
  });
