import type { Lp, LpConflict, LpOptimum, LpResult, LpSolver } from './lp.ts';

/** A bound that can be met: `Σ coefficient · x = value`. */
type Face = { coefficients: number[]; value: number; row: number | null; column: number | null };

const near = 1e-7;

/** Gauss with pivoting; null when the equations do not fix one point. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const size = right.length;
  const work = matrix.map((line, at) => [...line, right[at] as number]);
  for (let step = 0; step < size; step += 1) {
    let pivot = step;
    for (let at = step; at < size; at += 1)
      if (Math.abs(work[at]?.[step] ?? 0) > Math.abs(work[pivot]?.[step] ?? 0)) pivot = at;
    [work[step], work[pivot]] = [work[pivot] as number[], work[step] as number[]];
    const line = work[step] as number[];
    if (Math.abs(line[step] as number) < 1e-11) return null;
    for (let at = 0; at < size; at += 1) {
      if (at === step) continue;
      const other = work[at] as number[];
      const factor = (other[step] as number) / (line[step] as number);
      for (let place = step; place <= size; place += 1)
        other[place] = (other[place] as number) - factor * (line[place] as number);
    }
  }
  return work.map((line, at) => (line[size] as number) / (line[at] as number));
}

function facesOf({ columns, rows }: Lp): Face[] {
  const of = (coefficients: number[], lower: number, upper: number, at: Pick<Face, 'row' | 'column'>): Face[] =>
    [...new Set([lower, upper])].filter(Number.isFinite).map((value) => ({ coefficients, value, ...at }));
  return [
    ...rows.flatMap(({ lower, upper, terms }, row) => {
      const coefficients = columns.map(() => 0);
      for (const [column, coefficient] of terms) coefficients[column] = coefficient;
      return of(coefficients, lower, upper, { row, column: null });
    }),
    ...columns.flatMap(({ lower, upper }, column) =>
      of(
        columns.map((_, at) => (at === column ? 1 : 0)),
        lower,
        upper,
        { row: null, column },
      ),
    ),
  ];
}

function* choices<T>(items: readonly T[], count: number, from = 0): Generator<T[]> {
  if (count === 0) yield [];
  else
    for (let at = from; at <= items.length - count; at += 1)
      for (const rest of choices(items, count - 1, at + 1)) yield [items[at] as T, ...rest];
}

const activityOf = (terms: Lp['rows'][number]['terms'], values: readonly number[]): number =>
  terms.reduce((sum, [column, coefficient]) => sum + coefficient * (values[column] as number), 0);

const fits = ({ columns, rows }: Lp, values: readonly number[]): boolean =>
  columns.every(({ lower, upper }, at) => isBetween(values[at] as number, lower, upper)) &&
  rows.every(({ lower, upper, terms }) => isBetween(activityOf(terms, values), lower, upper));
const isBetween = (value: number, lower: number, upper: number): boolean =>
  value >= lower - near * (1 + Math.abs(lower)) && value <= upper + near * (1 + Math.abs(upper));

/** The best corner, tried one by one; its prices are those of the corner's own equations, with the signs of an optimum. */
function bestOf(lp: Lp): LpOptimum | null {
  const { columns, rows, direction } = lp;
  const costs = columns.map(({ objective }) => objective);
  let best: LpOptimum | null = null;
  let priced = false;
  for (const faces of choices(facesOf(lp), columns.length)) {
    const values = solved(
      faces.map(({ coefficients }) => coefficients),
      faces.map(({ value }) => value),
    );
    if (values === null || !fits(lp, values)) continue;
    const objective = costs.reduce((sum, cost, at) => sum + cost * (values[at] as number), 0);
    const gain = best === null ? 1 : direction === 'max' ? objective - best.objective : best.objective - objective;
    const isTie = best !== null && Math.abs(gain) <= near;
    if (best !== null && !isTie && gain < 0) continue;
    if (isTie && priced) continue;
    // Aᵀy = c over the faces that meet here.
    const y = solved(
      columns.map((_, at) => faces.map(({ coefficients }) => coefficients[at] as number)),
      costs,
    );
    if (y === null) continue;
    const prices = rows.map(() => 0);
    const reducedCosts = columns.map(() => 0);
    const signed = faces.every(({ row, column, value }, at) => {
      const price = y[at] as number;
      if (row !== null) prices[row] = (prices[row] as number) + price;
      if (column !== null) reducedCosts[column] = (reducedCosts[column] as number) + price;
      const { lower, upper } = (row === null ? columns[column as number] : rows[row]) as {
        lower: number;
        upper: number;
      };
      if (lower === upper) return true;
      return (value === upper) === (direction === 'max') ? price >= -near : price <= near;
    });
    best = { status: 'optimal', objective, values, prices, reducedCosts };
    priced = signed;
  }
  return best;
}

/** What cannot all hold: everything that can be given up while nothing fits yet is given up. */
function conflictOf(lp: Lp): LpConflict {
  let kept = lp;
  const without = (next: Lp): boolean => {
    if (bestOf(boxed(next)) !== null) return false;
    kept = next;
    return true;
  };
  for (const { id } of lp.rows) without({ ...kept, rows: kept.rows.filter((row) => row.id !== id) });
  const bounds: { column: string; side: 'lower' | 'upper' }[] = [];
  for (const { id } of lp.columns)
    for (const side of ['lower', 'upper'] as const) {
      const free = side === 'lower' ? { lower: -Infinity } : { upper: Infinity };
      const next = { ...kept, columns: kept.columns.map((one) => (one.id === id ? { ...one, ...free } : one)) };
      const now = kept.columns.find((one) => one.id === id);
      if (now && Number.isFinite(now[side]) && !without(next)) bounds.push({ column: id, side });
    }
  return { status: 'infeasible', rows: kept.rows.map(({ id }) => id), bounds };
}

/** Corners exist only in a box. */
const wide = 1e6;
const boxed = (lp: Lp): Lp => ({
  ...lp,
  columns: lp.columns.map((column) => ({
    ...column,
    lower: Math.max(column.lower, -wide),
    upper: Math.min(column.upper, wide),
  })),
});

/**
 * A solver for tests, right by exhaustion: every corner of a programme of some few columns is tried. An optimum that leans on the
 * far walls (±1e6) is one without end.
 */
export const vertices: LpSolver = {
  async solve(lp: Lp): Promise<LpResult> {
    const box = boxed(lp);
    const best = bestOf(box);
    if (best === null) return conflictOf(lp);
    const isAtWall = best.values.some((value, at) => {
      const { lower, upper } = lp.columns[at] as { lower: number; upper: number };
      return (value >= wide && upper > wide) || (value <= -wide && lower < -wide);
    });
    return isAtWall ? { status: 'unbounded' } : best;
  },
};
