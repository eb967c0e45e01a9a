/** Fits between people who look for somebody and people who have places: `fit[row · columns + column]`, NaN where a pair is out of the question. */
export type Fits = {
  readonly rows: number;
  readonly columns: number;
  readonly fit: Float64Array;
  /** Places of each column, whole numbers. */
  readonly places: readonly number[];
};

/** Of each row the column it is paired with, null while it waits. */
export type Pairs = readonly (number | null)[];

/**
 * Refuses what is no problem of pairing.
 * @throws RangeError when sizes do not agree, a place is no count, or a fit is infinite or negative
 */
export function checkFits({ rows, columns, fit, places }: Fits): void {
  if (!Number.isInteger(rows) || !Number.isInteger(columns) || rows < 0 || columns < 0)
    throw new RangeError('Rows and columns are counts.');
  if (fit.length !== rows * columns) throw new RangeError(`${rows} × ${columns} pairs need as many fits.`);
  if (places.length !== columns) throw new RangeError('Every column says how many places it has.');
  if (places.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('Places are counts.');
  for (const value of fit)
    if (value < 0 || value === Number.POSITIVE_INFINITY) throw new RangeError('A fit is 0 or more, or NaN.');
}

/** Sum of the fits of some pairs. */
export const totalOf = ({ columns, fit }: Fits, pairs: Pairs): number =>
  pairs.reduce((sum: number, column, row) => sum + (column === null ? 0 : (fit[row * columns + column] ?? 0)), 0);

/** The least fit among some pairs; null when there is no pair. */
export function worstOf({ columns, fit }: Fits, pairs: Pairs): number | null {
  let worst: number | null = null;
  pairs.forEach((column, row) => {
    const value = column === null ? Number.NaN : (fit[row * columns + column] ?? Number.NaN);
    if (!Number.isNaN(value) && (worst === null || value < worst)) worst = value;
  });
  return worst;
}

/**
 * The same fits, each worth more than all differences together: the largest total then places as many rows as can be placed, and
 * among such pairings has the largest total of the true fits.
 */
export function placeFirst(fits: Fits): Fits {
  let largest = 0;
  for (const value of fits.fit) if (value > largest) largest = value;
  const lift = largest * Math.min(fits.rows, fits.columns * Math.max(1, ...fits.places)) + 1;
  return { ...fits, fit: fits.fit.map((value) => value + lift) };
}
