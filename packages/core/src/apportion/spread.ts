import { largestRemainder } from './largest-remainder.ts';

/** A cell below a total: its present whole value, and whether it is held as it is. */
export type SpreadCell = { readonly id: string; readonly value: number; readonly held: boolean };

/**
 * `excess` is by how much the held cells exceed the total. When every cell is held and they fall short of it, it is
 * negative. `held` names them.
 */
export type Spread =
  | { readonly status: 'ok'; readonly values: Map<string, number> }
  | { readonly status: 'overCommitted'; readonly excess: number; readonly held: readonly string[] };

/**
 * Sets the total of some cells of which some are held: the held ones stay bit for bit, the others take the rest in
 * proportion to their present values; if those are all zero, in proportion to `shape` (id → weight); if that is zero
 * too, equally. Spreading a result by itself changes nothing. Semantics: Anaplan "breakback" and "hold", IBM Planning
 * Analytics "relative proportional" and "equal".
 *
 * Throws RangeError on values that are no safe whole numbers, on bad weights, and on an id given twice.
 */
export function spread(total: number, cells: readonly SpreadCell[], shape?: ReadonlyMap<string, number>): Spread {
  const values = new Map(cells.map((cell) => [cell.id, cell.value]));
  if (values.size < cells.length) throw new RangeError('An id stands twice among the cells of a spread.');
  const held = cells.filter((cell) => cell.held);
  const free = cells.filter((cell) => !cell.held).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rest = total - held.reduce((sum, cell) => sum + cell.value, 0);
  const isSettled = rest === free.reduce((sum, cell) => sum + cell.value, 0);
  if (!isSettled && !leavesRoom(total, rest, free.length)) {
    return { status: 'overCommitted', excess: 0 - rest, held: held.map((cell) => cell.id) };
  }
  const present = free.map((cell) => cell.value);
  const spreadValues = spreadOver(rest, present, () => free.map((cell) => shape?.get(cell.id) ?? 0));
  for (const [index, cell] of free.entries()) values.set(cell.id, (spreadValues[index] as number) + 0);
  return { status: 'ok', values };
}

/** Whether held cells leave room: the rest is not on the other side of zero, and someone can take what there is. */
export function leavesRoom(total: number, rest: number, freeCount: number): boolean {
  if (freeCount === 0) return rest === 0;
  return total < 0 ? rest <= 0 : rest >= 0;
}

/**
 * New whole values that sum to `rest`, in proportion to the present ones; `shape` is asked when they are all zero. Where
 * present values have both signs, no proportion of them makes sense: each then moves by its share of the change, in
 * proportion to its size.
 */
export function spreadOver(rest: number, present: ArrayLike<number>, shape: () => ArrayLike<number>): Float64Array {
  let sum = 0;
  let size = 0;
  for (let index = 0; index < present.length; index += 1) {
    const value = present[index] as number;
    if (!Number.isSafeInteger(value)) throw new RangeError(`The value of a cell is a whole number; got ${value}.`);
    sum += value;
    size += Math.abs(value);
  }
  if (size === 0) return largestRemainder(rest, shape());
  const sizes = Float64Array.from(present, Math.abs);
  if (Math.abs(sum) === size) return largestRemainder(rest, sizes);
  return largestRemainder(rest - sum, sizes).map((change, index) => (present[index] as number) + change);
}
