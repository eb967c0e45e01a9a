import { checkFits, type Fits, type Pairs } from './pairing.ts';

/**
 * Two-sided preferences: of each row its columns in order, of each column its rows in order. Who is not named is not wanted.
 */
export type Preferences = {
  readonly rows: readonly (readonly number[])[];
  readonly columns: readonly (readonly number[])[];
  /** Places of each column; one each when left out. */
  readonly places?: readonly number[];
};

/**
 * Deferred acceptance (Gale & Shapley 1962): the stable pairing that is best for the rows among all stable ones.
 * @throws RangeError when places are no counts
 */
export function deferredAcceptance({ rows, columns, places = columns.map(() => 1) }: Preferences): Pairs {
  if (places.some((count) => !Number.isInteger(count) || count < 0)) throw new RangeError('Places are counts.');
  const rank = columns.map((order) => new Map(order.map((row, at) => [row, at])));
  const pairs = Array<number | null>(rows.length).fill(null);
  const held = columns.map((): number[] => []);
  const next = new Int32Array(rows.length);
  const free = rows.map((_, row) => row).reverse();
  for (let row = free.pop(); row !== undefined; row = free.pop()) {
    const column = rows[row]?.[next[row] as number];
    if (column === undefined) continue;
    next[row] = (next[row] as number) + 1;
    const order = rank[column];
    const holders = held[column];
    if (!order?.has(row) || !holders) {
      free.push(row);
      continue;
    }
    holders.push(row);
    pairs[row] = column;
    if (holders.length <= (places[column] ?? 0)) continue;
    holders.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const refused = holders.pop() as number;
    pairs[refused] = null;
    free.push(refused);
  }
  return pairs;
}

/**
 * With one fit for both sides the stable pairing is that which makes the best pair first, then the best of what is left: no two would
 * rather have each other. Its total is at least half of the largest. Ties: the lower row, then the lower column.
 * @throws RangeError as `checkFits`
 */
export function stable(fits: Fits): Pairs {
  checkFits(fits);
  const { rows, columns, fit, places } = fits;
  // Each row knows its columns from the best down; the best of all rows' next ones is made first (lazily, by a heap of rows).
  const orders = Array.from({ length: rows }, (_, row) => {
    const own = fit.subarray(row * columns, (row + 1) * columns);
    const possible: number[] = [];
    for (let column = 0; column < columns; column += 1) if (!Number.isNaN(own[column])) possible.push(column);
    return possible.sort((a, b) => (own[b] as number) - (own[a] as number) || a - b);
  });
  const left = [...places];
  const next = new Int32Array(rows);
  const pairs = Array<number | null>(rows).fill(null);
  const bestOf = (row: number): number => {
    const column = orders[row]?.[next[row] as number];
    return column === undefined ? -1 : (fit[row * columns + column] as number);
  };
  const isBefore = (a: number, b: number): boolean => {
    const [first, second] = [bestOf(a), bestOf(b)];
    return first > second || (first === second && a < b);
  };
  const heap: number[] = [];
  const sink = (from: number): void => {
    let at = from;
    for (;;) {
      let top = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isBefore(heap[child] as number, heap[top] as number)) top = child;
      if (top === at) return;
      [heap[at], heap[top]] = [heap[top] as number, heap[at] as number];
      at = top;
    }
  };
  for (let row = 0; row < rows; row += 1) heap.push(row);
  for (let at = Math.floor(rows / 2); at >= 0; at -= 1) sink(at);
  while (heap.length > 0) {
    const row = heap[0] as number;
    const column = orders[row]?.[next[row] as number];
    const isTaken = column !== undefined && (left[column] ?? 0) > 0;
    if (isTaken) {
      left[column] = (left[column] ?? 0) - 1;
      pairs[row] = column;
    }
    if (isTaken || column === undefined) {
      const last = heap.pop() as number;
      if (heap.length > 0) heap[0] = last;
    } else next[row] = (next[row] as number) + 1;
    if (heap.length > 0) sink(0);
  }
  return pairs;
}

/**
 * Pairs that would rather have each other than what they have: a row that waits or has a lesser fit, with a column that has a place
 * left or holds somebody of lesser fit. Zero means stable.
 * @param fitsOf the fits of a row, where they are not those of the table; null for a row that stands outside
 * @param bestOf the largest fit of each row, where it is known: whoever has theirs wants nobody else
 */
export function blockingPairs(
  { rows, columns, fit, places }: Fits,
  pairs: Pairs,
  fitsOf: (row: number) => Float64Array | null = (row) => fit.subarray(row * columns, (row + 1) * columns),
  bestOf?: Float64Array,
): number {
  const held = new Int32Array(columns);
  const least = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  pairs.forEach((column, row) => {
    if (column === null) return;
    held[column] = (held[column] as number) + 1;
    least[column] = Math.min(least[column] as number, fit[row * columns + column] as number);
  });
  // What a row has to be worth to a column: anything where a place is left, more than the least it holds, and nothing is enough without one.
  const bar = least.map((value, column) => {
    const own = places[column] ?? 0;
    if (own === 0) return Number.POSITIVE_INFINITY;
    return (held[column] as number) < own ? Number.NEGATIVE_INFINITY : value;
  });
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    const own = pairs[row] ?? null;
    const has = own === null ? -1 : (fit[row * columns + own] as number);
    if (bestOf && (bestOf[row] as number) <= has) continue;
    const ownFits = fitsOf(row);
    if (!ownFits) continue;
    // Its own column is never worth more to it than it is. This is looked at for every pair there is, after every decision.
    for (let column = 0; column < columns; column += 1) {
      const value = ownFits[column] as number;
      if (value > has && value > (bar[column] as number)) count += 1;
    }
  }
  return count;
}
