import { type Assignment, empty, fitsOfRow, waiting } from './assignment.ts';

const far = Number.POSITIVE_INFINITY;

/**
 * Places a waiting row: the shortest augmenting path by reduced costs (Jonker & Volgenant 1987; Crouse 2016), which ends at an
 * empty slot, or at the row that loses least by waiting, itself among them. Changes the assignment it is given.
 * Of equally near slots an empty one is taken: without this, tied fits cost a search of everything.
 */
export function placeRow(state: Assignment, row: number): void {
  const { gain, price, columnOf, slotOf, rowOf } = state;
  const count = rowOf.length;
  let fits = fitsOfRow(state, row);
  let best = 0;
  for (let slot = 0; slot < count; slot += 1) {
    const value = (fits[columnOf[slot] as number] as number) - (price[slot] as number);
    if (value > best) best = value;
  }
  gain[row] = best;

  const near = new Float64Array(count).fill(far);
  const from = new Int32Array(count).fill(row);
  const left = Int32Array.from({ length: count }, (_, slot) => slot);
  const reached: number[] = [];
  let open = count;
  let current = row;
  let distance = 0;
  let leaver = row;
  let leaving = best;
  let end = -1;
  for (;;) {
    const offset = distance + (gain[current] as number);
    let nearest = far;
    let at = -1;
    for (let index = 0; index < open; index += 1) {
      const slot = left[index] as number;
      const way = offset + (price[slot] as number) - (fits[columnOf[slot] as number] as number);
      if (way < (near[slot] as number)) {
        near[slot] = way;
        from[slot] = current;
      }
      const here = near[slot] as number;
      if (here < nearest || (here === nearest && rowOf[slot] === empty && rowOf[left[at] as number] !== empty)) {
        nearest = here;
        at = index;
      }
    }
    if (at < 0 || nearest > leaving || (nearest === leaving && rowOf[left[at] as number] !== empty)) {
      distance = leaving;
      break;
    }
    const slot = left[at] as number;
    distance = nearest;
    if (rowOf[slot] === empty) {
      end = slot;
      break;
    }
    open -= 1;
    left[at] = left[open] as number;
    reached.push(slot);
    const holder = rowOf[slot] as number;
    // A slot that stands outside has nobody who could move on.
    if (holder < 0) {
      fits = new Float64Array(state.fits.columns).fill(Number.NEGATIVE_INFINITY);
      continue;
    }
    current = holder;
    fits = fitsOfRow(state, current);
    if (distance + (gain[current] as number) < leaving) {
      leaving = distance + (gain[current] as number);
      leaver = current;
    }
  }

  gain[row] = (gain[row] as number) - distance;
  for (const slot of reached) {
    const more = distance - (near[slot] as number);
    price[slot] = (price[slot] as number) + more;
    const holder = rowOf[slot] as number;
    if (holder >= 0) gain[holder] = (gain[holder] as number) - more;
  }
  // The places along the path move on by one.
  let slot = end;
  if (end < 0) {
    gain[leaver] = 0;
    slot = slotOf[leaver] as number;
    slotOf[leaver] = waiting;
    if (leaver === row) return;
  }
  for (;;) {
    const mover = from[slot] as number;
    const before = slotOf[mover] as number;
    slotOf[mover] = slot;
    rowOf[slot] = mover;
    if (mover === row) return;
    slot = before;
  }
}

/**
 * Fills an empty slot that still has a price, or lowers the price of what stays empty to nothing: the same search from the other
 * side. Changes the assignment it is given.
 */
export function fillSlot(state: Assignment, slot: number): void {
  const { byColumn, banned, gain, price, columnOf, slotOf, rowOf } = state;
  if ((price[slot] as number) <= 0) return;
  const count = gain.length;
  const near = new Float64Array(count).fill(far);
  const from = new Int32Array(count).fill(slot);
  const left: number[] = [];
  for (let row = 0; row < count; row += 1) if ((slotOf[row] as number) >= waiting) left.push(row);
  const reached: number[] = [];
  let current = slot;
  let distance = 0;
  let left0 = slot;
  let leaving = price[slot] as number;
  let end = -1;
  for (;;) {
    const column = columnOf[current] as number;
    const ownFits = byColumn.subarray(column * count, (column + 1) * count);
    const offset = distance + (price[current] as number);
    let nearest = far;
    let at = -1;
    for (let index = 0; index < left.length; index += 1) {
      const row = left[index] as number;
      const isBanned = banned.size > 0 && banned.get(row)?.has(column);
      const value = isBanned ? Number.NEGATIVE_INFINITY : (ownFits[row] as number);
      const way = offset + (gain[row] as number) - value;
      if (way < (near[row] as number)) {
        near[row] = way;
        from[row] = current;
      }
      const here = near[row] as number;
      if (here < nearest || (here === nearest && slotOf[row] === waiting)) {
        nearest = here;
        at = index;
      }
    }
    if (at < 0 || nearest >= leaving) {
      distance = leaving;
      break;
    }
    const row = left[at] as number;
    distance = nearest;
    if (slotOf[row] === waiting) {
      end = row;
      break;
    }
    left[at] = left[left.length - 1] as number;
    left.pop();
    reached.push(row);
    current = slotOf[row] as number;
    if (distance + (price[current] as number) < leaving) {
      leaving = distance + (price[current] as number);
      left0 = current;
    }
  }

  price[slot] = (price[slot] as number) - distance;
  for (const row of reached) {
    const more = distance - (near[row] as number);
    gain[row] = (gain[row] as number) + more;
    const own = slotOf[row] as number;
    price[own] = (price[own] as number) - more;
  }
  if (end >= 0) gain[end] = Math.max(0, gain[end] as number);
  let row = end;
  if (end < 0) {
    price[left0] = 0;
    if (left0 === slot) return;
    row = rowOf[left0] as number;
    rowOf[left0] = empty;
  }
  for (;;) {
    const next = from[row] as number;
    const before = rowOf[next] as number;
    rowOf[next] = row;
    slotOf[row] = next;
    if (next === slot) return;
    row = before;
  }
}
