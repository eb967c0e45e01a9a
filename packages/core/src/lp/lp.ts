/** A quantity to be found: `lower ≤ x ≤ upper`, either of them infinite where nothing bounds it. */
export type LpColumn = {
  readonly id: string;
  /** What one unit adds to the objective. */
  readonly objective: number;
  readonly lower: number;
  readonly upper: number;
};

/** A rule: `lower ≤ Σ coefficient · x ≤ upper`. A term names its column by place; a column stands in a row once. */
export type LpRow = {
  readonly id: string;
  readonly lower: number;
  readonly upper: number;
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
};

/** A linear programme. Ids are unique among the columns and among the rows. */
export type Lp = {
  readonly direction: 'max' | 'min';
  readonly columns: readonly LpColumn[];
  readonly rows: readonly LpRow[];
};

/** Values and reduced costs stand in the order of the columns, prices in the order of the rows. */
export type LpOptimum = {
  readonly status: 'optimal';
  readonly objective: number;
  readonly values: readonly number[];
  /** By how much the objective changes when the bound that a row meets is raised by one unit; 0 where it meets none. */
  readonly prices: readonly number[];
  /** The same for the bound that a column meets. */
  readonly reducedCosts: readonly number[];
};

/** Rows and bounds that cannot all hold, and of which any one could be given up: the rest of them fits. */
export type LpConflict = {
  readonly status: 'infeasible';
  readonly rows: readonly string[];
  readonly bounds: readonly { readonly column: string; readonly side: 'lower' | 'upper' }[];
};

export type LpResult = LpOptimum | LpConflict | { readonly status: 'unbounded' };

/**
 * The only port of core: who solves a linear programme. Core states the model and reads the answer; the caller brings the solver.
 * An answer is proved by `certify`, whoever gave it.
 */
export type LpSolver = { solve(lp: Lp): Promise<LpResult> };

/**
 * Refuses what is no linear programme. Bounds that cross are one: they are a conflict, not a mistake.
 * Throws RangeError on numbers that are not finite (bounds may be infinite on their own side), on a term that names no column or
 * names one twice, and on ids that are used twice.
 */
export function demandLp({ columns, rows }: Lp): void {
  for (const { id, objective, lower, upper } of columns) {
    if (!Number.isFinite(objective)) throw new RangeError(`The objective of ${id} is no finite number.`);
    demandBounds(id, lower, upper);
  }
  for (const { id, lower, upper, terms } of rows) {
    demandBounds(id, lower, upper);
    const seen = new Set<number>();
    for (const [column, coefficient] of terms) {
      if (columns[column] === undefined) throw new RangeError(`${id} names a column that is not there: ${column}.`);
      if (!Number.isFinite(coefficient)) throw new RangeError(`A coefficient of ${id} is no finite number.`);
      if (seen.has(column)) throw new RangeError(`${id} names the column ${column} twice.`);
      seen.add(column);
    }
  }
  for (const ids of [columns, rows].map((some) => some.map(({ id }) => id)))
    if (new Set(ids).size < ids.length) throw new RangeError('An id is used twice.');
}

function demandBounds(id: string, lower: number, upper: number): void {
  if (Number.isNaN(lower) || Number.isNaN(upper) || lower === Infinity || upper === -Infinity)
    throw new RangeError(`The bounds of ${id} are none.`);
}
