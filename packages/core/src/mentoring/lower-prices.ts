import { type Assignment, fitsOfRow, waiting } from './assignment.ts';

/**
 * Lowers every price as far as the pairing allows: what is left is what a place is worth, no more. A price may fall by no more than
 * itself, than what keeps those who wait from wanting the place, and than by how much the own place of each row falls and how far it
 * prefers that (shortest paths from the prices, as Dijkstra). Changes the assignment it is given, which has to be solved.
 */
export function lowerPrices(state: Assignment): void {
  const { gain, price, columnOf, slotOf, rowOf } = state;
  const count = price.length;
  /** By how much each price may fall. */
  const fall = price.slice();
  const slackOf = (row: number, fits: Float64Array, slot: number): number =>
    Math.max(0, (gain[row] as number) + (price[slot] as number) - (fits[columnOf[slot] as number] as number));
  slotOf.forEach((own, row) => {
    if (own !== waiting) return;
    const fits = fitsOfRow(state, row);
    for (let slot = 0; slot < count; slot += 1) {
      const slack = slackOf(row, fits, slot);
      if (slack < (fall[slot] as number)) fall[slot] = slack;
    }
  });
  const left = Int32Array.from({ length: count }, (_, slot) => slot);
  for (let open = count; open > 0; ) {
    let at = 0;
    for (let index = 1; index < open; index += 1)
      if ((fall[left[index] as number] as number) < (fall[left[at] as number] as number)) at = index;
    const nearest = left[at] as number;
    open -= 1;
    left[at] = left[open] as number;
    const row = rowOf[nearest] as number;
    if (row < 0) continue;
    const own = fall[nearest] as number;
    const fits = fitsOfRow(state, row);
    for (let index = 0; index < open; index += 1) {
      const slot = left[index] as number;
      const most = own + slackOf(row, fits, slot);
      if (most < (fall[slot] as number)) fall[slot] = most;
    }
  }
  for (let slot = 0; slot < count; slot += 1) {
    const row = rowOf[slot] as number;
    price[slot] = (price[slot] as number) - (fall[slot] as number);
    if (row >= 0) gain[row] = (gain[row] as number) + (fall[slot] as number);
  }
}
