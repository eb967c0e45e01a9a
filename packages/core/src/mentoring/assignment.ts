import { checkFits, type Fits, type Pairs } from './pairing.ts';

/**
 * An assignment that is being solved: columns are spread out into slots, one for each place. The prices are those of the dual
 * programme: `gain[row] + price[slot] ≥ fit` for every pair, with equality where a pair is made, `gain` 0 of a row that waits and
 * `price` 0 of a slot that stands empty. As long as this holds, the total is the largest there is.
 */
export type Assignment = {
  readonly fits: Fits;
  /** `fit` with −∞ for what is out of the question. */
  readonly fit: Float64Array;
  /** The same with columns one after the other: `byColumn[column · rows + row]`. Reading down a column of `fit` jumps through all of it. */
  readonly byColumn: Float64Array;
  /** The largest fit of each row; −∞ where nothing is possible. */
  readonly bestOfRow: Float64Array;
  /** The column of each slot. */
  readonly columnOf: Int32Array;
  readonly gain: Float64Array;
  readonly price: Float64Array;
  readonly slotOf: Int32Array;
  readonly rowOf: Int32Array;
  /** Columns that a row may not have, and rows that a column may not have. */
  readonly banned: ReadonlyMap<number, ReadonlySet<number>>;
  /** Pairs that were made by hand: their row and one slot of their column stand outside. */
  readonly pinned: ReadonlyMap<number, number>;
};

/** In `slotOf`: waits, or stands outside. In `rowOf`: empty, or outside. */
export const waiting = -1;
export const outsideRow = -2;
export const empty = -1;
export const outsideSlot = -3;

/** A row's fits with its bans applied. */
export function fitsOfRow({ fits, fit, banned }: Assignment, row: number): Float64Array {
  const own = fit.subarray(row * fits.columns, (row + 1) * fits.columns);
  const bans = banned.get(row);
  if (!bans?.size) return own;
  const changed = own.slice();
  for (const column of bans) changed[column] = Number.NEGATIVE_INFINITY;
  return changed;
}

/** Columns side by side, and the largest of each row. In squares that a processor keeps at hand. */
function turned(fit: Float64Array, { rows, columns }: Fits): Pick<Assignment, 'byColumn' | 'bestOfRow'> {
  const byColumn = new Float64Array(fit.length);
  const bestOfRow = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const side = 64;
  for (let top = 0; top < rows; top += side)
    for (let start = 0; start < columns; start += side)
      for (let row = top; row < Math.min(rows, top + side); row += 1)
        for (let column = start; column < Math.min(columns, start + side); column += 1) {
          const value = fit[row * columns + column] as number;
          byColumn[column * rows + row] = value;
          if (value > (bestOfRow[row] as number)) bestOfRow[row] = value;
        }
  return { byColumn, bestOfRow };
}

/** Nobody is paired yet and nothing costs anything. @throws RangeError as `checkFits` */
export function emptyAssignment(fits: Fits): Assignment {
  checkFits(fits);
  // More places than rows are never used.
  const columns = fits.places.flatMap((count, column) => Array<number>(Math.min(count, fits.rows)).fill(column));
  const fit = fits.fit.slice();
  for (let at = 0; at < fit.length; at += 1) if (Number.isNaN(fit[at])) fit[at] = Number.NEGATIVE_INFINITY;
  return {
    ...{ fits, fit, ...turned(fit, fits) },
    columnOf: Int32Array.from(columns),
    gain: new Float64Array(fits.rows),
    price: new Float64Array(columns.length),
    slotOf: new Int32Array(fits.rows).fill(waiting),
    rowOf: new Int32Array(columns.length).fill(empty),
    banned: new Map(),
    pinned: new Map(),
  };
}

/** The same, so that it can be solved on without touching what it came from. */
export const copyOf = (from: Assignment): Assignment => ({
  ...from,
  gain: from.gain.slice(),
  price: from.price.slice(),
  slotOf: from.slotOf.slice(),
  rowOf: from.rowOf.slice(),
});

/** Who is paired with whom, those made by hand included. */
export const pairsOf = ({ slotOf, columnOf, pinned }: Assignment): Pairs =>
  Array.from(slotOf, (slot, row) => pinned.get(row) ?? (slot < 0 ? null : (columnOf[slot] ?? null)));

/** The total by the prices: equal to the total of the pairs exactly when that is the largest. */
export function dualTotalOf({ gain, price, rowOf, slotOf, fit, fits, pinned }: Assignment): number {
  let total = 0;
  gain.forEach((value, row) => {
    if (slotOf[row] !== outsideRow) total += value;
  });
  price.forEach((value, slot) => {
    if (rowOf[slot] !== outsideSlot) total += value;
  });
  for (const [row, column] of pinned) total += fit[row * fits.columns + column] ?? 0;
  return total;
}

/**
 * What one more place of each column would add at most: how scarce it is. A column without a place has no price.
 */
export function pricesOf({ price, rowOf, columnOf, fits }: Assignment): (number | null)[] {
  const prices = Array<number | null>(fits.columns).fill(null);
  price.forEach((value, slot) => {
    if (rowOf[slot] === outsideSlot) return;
    const column = columnOf[slot] ?? 0;
    prices[column] = Math.min(prices[column] ?? Number.POSITIVE_INFINITY, value);
  });
  return prices;
}
