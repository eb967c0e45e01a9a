/**
 * The value that the `count` largest of some numbers reach: as many lie above it as there is room for, and those equal
 * to it fill what is left. `scratch` is overwritten; only its first `length` numbers count. 1 ≤ count ≤ length.
 *
 * Hoare's selection: a row of 200 cells is cut in some 500 steps, where sorting it would take four times as many.
 */
export function thresholdOfLargest(scratch: Float64Array, length: number, count: number): number {
  const wanted = length - count;
  let [low, high] = [0, length - 1];
  while (low < high) {
    const pivot = scratch[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while ((scratch[left] as number) < pivot) left += 1;
      while ((scratch[right] as number) > pivot) right -= 1;
      if (left > right) break;
      const swapped = scratch[left] as number;
      scratch[left] = scratch[right] as number;
      scratch[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (wanted <= right) high = right;
    else if (wanted >= left) low = left;
    else break;
  }
  return scratch[wanted] as number;
}
