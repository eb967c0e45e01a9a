import { type Assignment, empty, emptyAssignment, fitsOfRow, waiting } from './assignment.ts';
import { fillSlot, placeRow } from './augment.ts';
import { lowerPrices } from './lower-prices.ts';
import type { Fits } from './pairing.ts';

/**
 * Each waiting row bids for its best slot up to what its second best is worth, and takes it from whoever held it (the augmenting row
 * reduction of Jonker & Volgenant 1987). Places most rows at the cost of one look each; what it leaves is placed by paths.
 */
function bid(state: Assignment): void {
  const { gain, price, columnOf, slotOf, rowOf } = state;
  for (let pass = 0; pass < 2; pass += 1) {
    const queue: number[] = [];
    for (let row = slotOf.length - 1; row >= 0; row -= 1) if (slotOf[row] === waiting) queue.push(row);
    // Fits that lie close together could outbid each other for long.
    let looks = queue.length * 4;
    while (queue.length > 0 && looks > 0) {
      looks -= 1;
      const row = queue.pop() as number;
      const fits = fitsOfRow(state, row);
      let [first, second, at, other] = [0, 0, -1, -1];
      for (let slot = 0; slot < rowOf.length; slot += 1) {
        const value = (fits[columnOf[slot] as number] as number) - (price[slot] as number);
        if (value > first || (value === first && at >= 0 && rowOf[slot] === empty && rowOf[at] !== empty)) {
          second = first;
          other = at;
          first = value;
          at = slot;
        } else if (value > second) {
          second = value;
          other = slot;
        }
      }
      if (at < 0) continue;
      if (first === second && rowOf[at] !== empty) {
        if (other < 0 || rowOf[other] !== empty) continue;
        at = other;
      }
      const holder = rowOf[at] as number;
      price[at] = (price[at] as number) + first - second;
      gain[row] = second;
      rowOf[at] = row;
      slotOf[row] = at;
      if (holder >= 0) {
        slotOf[holder] = waiting;
        gain[holder] = 0;
        if (first > second) queue.push(holder);
      }
    }
  }
}

/** Each round of prices is so much finer than the one before. */
const finer = 5;

/**
 * Prices that lie near the best ones, found by an auction in rounds with a smaller and smaller least raise (ε-scaling, Bertsekas 1979).
 * Nobody is paired by it. Where fits are alike in rows and columns, paths from prices of nothing are long; from these they are short.
 */
function settlePrices(state: Assignment): void {
  const { price, columnOf } = state;
  const { rows } = state.fits;
  const slots = price.length;
  let largest = 0;
  for (const value of state.fits.fit) if (value > largest) largest = value;
  if (largest === 0 || rows < 2) return;
  const last = largest / (finer * Math.max(rows, slots));
  const holder = new Int32Array(slots);
  for (let raise = largest / finer; raise > last; raise /= finer) {
    holder.fill(empty);
    const queue = Array.from({ length: rows }, (_, row) => rows - 1 - row);
    let looks = rows * 20;
    for (let row = queue.pop(); row !== undefined && looks > 0; row = queue.pop()) {
      looks -= 1;
      const fits = fitsOfRow(state, row);
      let [first, second, at] = [0, 0, -1];
      for (let slot = 0; slot < slots; slot += 1) {
        const value = (fits[columnOf[slot] as number] as number) - (price[slot] as number);
        if (value > first) {
          second = first;
          first = value;
          at = slot;
        } else if (value > second) second = value;
      }
      if (at < 0) continue;
      price[at] = (price[at] as number) + first - second + raise;
      const before = holder[at] as number;
      holder[at] = row;
      if (before >= 0) queue.push(before);
    }
    // What nobody took is worth nothing yet.
    for (let slot = 0; slot < slots; slot += 1) if (holder[slot] === empty) price[slot] = 0;
  }
}

/**
 * The pairing with the largest total: every row at most one column, every column at most its places. A row may wait when that is
 * worth more. Provably best: see `dualTotalOf`. Rows in another order give the same total; among equals the lower index wins its way.
 * @param onProgress called now and then with how many rows are placed or known to wait, of how many
 * @throws RangeError as `checkFits`
 */
export function assign(fits: Fits, onProgress?: (done: number, of: number) => void): Assignment {
  const state = emptyAssignment(fits);
  settlePrices(state);
  bid(state);
  const left: number[] = [];
  state.slotOf.forEach((slot, row) => {
    if (slot === waiting) left.push(row);
  });
  const step = Math.max(1, Math.floor(fits.rows / 100));
  left.forEach((row, index) => {
    if (index % step === 0) onProgress?.(fits.rows - left.length + index, fits.rows);
    placeRow(state, row);
  });
  // A slot that stays empty costs nothing.
  for (let slot = 0; slot < state.rowOf.length; slot += 1) if (state.rowOf[slot] === empty) fillSlot(state, slot);
  lowerPrices(state);
  onProgress?.(fits.rows, fits.rows);
  return state;
}
