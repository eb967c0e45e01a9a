import { assign } from './assign.ts';
import type { Assignment } from './assignment.ts';
import { checkFits, type Fits, placeFirst } from './pairing.ts';

/** How many rows can have a pair at least as good as `least` (Hopcroft–Karp by layers, with places). */
export function mostPairs({ rows, columns, fit, places }: Fits, least: number): number {
  const left = [...places];
  const held = places.map((): number[] => []);
  const columnOf = new Int32Array(rows).fill(-1);
  const links = Array.from({ length: rows }, (_, row) => {
    const own: number[] = [];
    for (let column = 0; column < columns; column += 1)
      if ((fit[row * columns + column] as number) >= least && (places[column] ?? 0) > 0) own.push(column);
    return own;
  });
  let count = 0;
  for (let row = 0; row < rows; row += 1) {
    // Without a search: whoever finds a free place takes it.
    const column = links[row]?.find((one) => (left[one] ?? 0) > 0);
    if (column === undefined) continue;
    left[column] = (left[column] ?? 0) - 1;
    held[column]?.push(row);
    columnOf[row] = column;
    count += 1;
  }
  const seen = new Int32Array(columns).fill(-1);
  for (let start = 0; start < rows; start += 1) {
    if ((columnOf[start] as number) >= 0) continue;
    const from = new Map<number, number>();
    const queue = [start];
    let end = -1;
    for (let at = 0; at < queue.length && end < 0; at += 1) {
      const row = queue[at] as number;
      for (const column of links[row] ?? []) {
        if (seen[column] === start) continue;
        seen[column] = start;
        from.set(column, row);
        if ((left[column] ?? 0) > 0) {
          end = column;
          break;
        }
        for (const holder of held[column] ?? []) queue.push(holder);
      }
    }
    if (end < 0) continue;
    left[end] = (left[end] ?? 0) - 1;
    count += 1;
    for (let column = end; column >= 0; ) {
      const row = from.get(column) as number;
      const before = columnOf[row] as number;
      columnOf[row] = column;
      held[column]?.push(row);
      if (before >= 0) held[before] = (held[before] ?? []).filter((one) => one !== row);
      column = row === start ? -1 : before;
    }
  }
  return count;
}

/**
 * The fair pairing: as many pairs as can be made; among those the one whose worst pair is best (bottleneck); among those the largest
 * total. `atLeast` is the fit that nobody falls below, null when no pair can be made.
 * @throws RangeError as `checkFits`
 */
export function fair(
  fits: Fits,
  onProgress?: (done: number, of: number) => void,
): { atLeast: number | null; assignment: Assignment } {
  checkFits(fits);
  const levels = [...new Set(fits.fit)].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const most = levels.length === 0 ? 0 : mostPairs(fits, levels[0] as number);
  let [low, high] = [0, levels.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (mostPairs(fits, levels[middle] as number) === most) low = middle;
    else high = middle - 1;
  }
  const atLeast = most === 0 ? null : (levels[low] as number);
  const above = {
    ...fits,
    fit: fits.fit.map((value) => (atLeast !== null && value >= atLeast ? value : Number.NaN)),
  };
  return { atLeast, assignment: assign(placeFirst(above), onProgress) };
}

/** The pairing with as many pairs as can be made and, among those, the largest total. @throws RangeError as `checkFits` */
export const assignMost = (fits: Fits, onProgress?: (done: number, of: number) => void): Assignment => {
  checkFits(fits);
  return assign(placeFirst(fits), onProgress);
};
