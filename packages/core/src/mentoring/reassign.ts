import { type Assignment, copyOf, empty, outsideRow, outsideSlot, waiting } from './assignment.ts';
import { fillSlot, placeRow } from './augment.ts';

/** What a person decides by hand about one pair. */
export type PairChange = {
  readonly kind: 'pin' | 'unpin' | 'ban' | 'unban';
  readonly row: number;
  readonly column: number;
};

/** Takes a row out of its slot, which then stands empty with the price it had. Null when it had none. */
function free(state: Assignment, row: number): number | null {
  const slot = state.slotOf[row] ?? waiting;
  state.slotOf[row] = waiting;
  if (slot < 0) return null;
  state.rowOf[slot] = empty;
  return slot;
}

/** Places a row and, where its search did not end there, fills the slot that somebody left. */
function settle(state: Assignment, row: number | null, slot: number | null): void {
  if (row !== null) placeRow(state, row);
  if (slot !== null && state.rowOf[slot] === empty) fillSlot(state, slot);
}

const placesLeft = ({ columnOf, rowOf }: Assignment, column: number): number =>
  columnOf.reduce((count, own, slot) => count + (own === column && rowOf[slot] !== outsideSlot ? 1 : 0), 0);

function pin(state: Assignment, row: number, column: number): void {
  const { columnOf, rowOf, slotOf } = state;
  const own = slotOf[row] ?? waiting;
  let slot = own >= 0 && columnOf[own] === column ? own : -1;
  for (const wanted of ['empty', 'any'] as const)
    for (let at = 0; slot < 0 && at < columnOf.length; at += 1)
      if (columnOf[at] === column && (wanted === 'any' ? rowOf[at] !== outsideSlot : rowOf[at] === empty)) slot = at;
  const left = slot === own ? null : free(state, row);
  slotOf[row] = outsideRow;
  const holder = rowOf[slot] ?? empty;
  rowOf[slot] = outsideSlot;
  const isPutOut = slot !== own && holder >= 0;
  if (isPutOut) slotOf[holder] = waiting;
  settle(state, isPutOut ? holder : null, left);
}

function unpin(state: Assignment, row: number, column: number): void {
  const { fits, byColumn, banned, columnOf, rowOf, slotOf, gain, price } = state;
  const slot = columnOf.findIndex((own, at) => own === column && rowOf[at] === outsideSlot);
  // The lowest price at which nobody who stands inside would rather have it.
  let lowest = 0;
  for (let other = 0; other < fits.rows; other += 1) {
    if (slotOf[other] === outsideRow || banned.get(other)?.has(column)) continue;
    lowest = Math.max(lowest, (byColumn[column * fits.rows + other] ?? 0) - (gain[other] ?? 0));
  }
  price[slot] = lowest;
  rowOf[slot] = empty;
  slotOf[row] = waiting;
  settle(state, row, slot);
}

/**
 * The best pairing after one decision by hand, from the best one before it: one or two searches instead of a new solution. The
 * assignment it came from stays as it was. The price of the decision is what the total loses.
 * @throws RangeError when the pair does not exist, is pinned although it is out of the question, banned or without a place, or is
 * set free without having been bound
 */
export function reassign(before: Assignment, { kind, row, column }: PairChange): Assignment {
  const { rows, columns } = before.fits;
  if (!(row >= 0 && row < rows && column >= 0 && column < columns)) throw new RangeError('There is no such pair.');
  const own = before.banned.get(row) ?? new Set<number>();
  const state: Assignment = copyOf(before);
  if (kind === 'pin') {
    if (before.pinned.has(row)) throw new RangeError('Whoever is pinned has to be set free first.');
    const isPossible = (before.fit[row * columns + column] ?? 0) >= 0 && !own.has(column);
    if (!isPossible || placesLeft(before, column) === 0) throw new RangeError('This pair cannot be made.');
    const pinned = { ...state, pinned: new Map(before.pinned).set(row, column) };
    pin(pinned, row, column);
    return pinned;
  }
  if (kind === 'unpin') {
    if (before.pinned.get(row) !== column) throw new RangeError('This pair is not pinned.');
    const pinned = new Map(before.pinned);
    pinned.delete(row);
    const free = { ...state, pinned };
    unpin(free, row, column);
    return free;
  }
  if (before.pinned.get(row) === column) throw new RangeError('A pinned pair cannot be banned.');
  if ((kind === 'ban') === own.has(column)) throw new RangeError(`This pair is ${kind === 'ban' ? '' : 'not '}banned.`);
  const bans = new Set(own);
  if (kind === 'ban') bans.add(column);
  else bans.delete(column);
  const changed = { ...state, banned: new Map(before.banned).set(row, bans) };
  const slot = changed.slotOf[row] ?? waiting;
  // A ban of what was not chosen changes nothing; whoever stands outside is not concerned.
  if (slot === outsideRow || (kind === 'ban' && (slot < 0 || changed.columnOf[slot] !== column))) return changed;
  settle(changed, row, free(changed, row));
  return changed;
}
