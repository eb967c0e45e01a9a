/**
 * Solves `A x = b` for a symmetric A by Cholesky's decomposition. `a` holds A row by row (its lower triangle is read) and is
 * overwritten, and so is `b`. A direction in which A is not positive is left at zero, as there is nothing that would tell.
 */
export function solveSymmetric(a: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  for (let row = 0; row < size; row += 1) {
    const own = row * size;
    for (let column = 0; column <= row; column += 1) {
      const other = column * size;
      let sum = a[own + column] as number;
      for (let k = 0; k < column; k += 1) sum -= (a[own + k] as number) * (a[other + k] as number);
      if (column === row) a[own + row] = sum > 1e-12 ? Math.sqrt(sum) : 0;
      else {
        const pivot = a[other + column] as number;
        a[own + column] = pivot === 0 ? 0 : sum / pivot;
      }
    }
  }
  for (let row = 0; row < size; row += 1) {
    let sum = b[row] as number;
    for (let k = 0; k < row; k += 1) sum -= (a[row * size + k] as number) * (b[k] as number);
    const pivot = a[row * size + row] as number;
    b[row] = pivot === 0 ? 0 : sum / pivot;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = b[row] as number;
    for (let k = row + 1; k < size; k += 1) sum -= (a[k * size + row] as number) * (b[k] as number);
    const pivot = a[row * size + row] as number;
    b[row] = pivot === 0 ? 0 : sum / pivot;
  }
  return b;
}
