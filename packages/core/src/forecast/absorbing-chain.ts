/** Where deals end, from each stage in which they may stand, and after how many steps on average. */
export type Absorbed =
  | { readonly status: 'ok'; readonly ends: readonly (readonly number[])[]; readonly steps: readonly number[] }
  /** From some stage nothing is ever decided. */
  | { readonly status: 'neverEnds' };

/**
 * Absorbing Markov chain (Kemeny & Snell 1960): with Q the chances from stage to stage and R those from a stage to an end, the chance of
 * each end is B = (I − Q)⁻¹R and the mean number of steps t = (I − Q)⁻¹1. This is what hazards come to when age does not matter.
 *
 * Throws RangeError when shapes do not fit, or a row does not sum to one.
 */
export function absorbing(between: readonly (readonly number[])[], toEnds: readonly (readonly number[])[]): Absorbed {
  const size = between.length;
  const ends = toEnds[0]?.length ?? 0;
  for (const [at, row] of between.entries()) {
    const all = [...row, ...(toEnds[at] ?? [])];
    const isSound = row.length === size && all.length === size + ends && all.every((chance) => chance >= 0);
    if (!isSound || Math.abs(all.reduce((sum, chance) => sum + chance, 0) - 1) > 1e-9)
      throw new RangeError(`The chances from stage ${at} are not ${size + ends} that sum to one.`);
  }
  const rows = between.map((row, at) => [
    ...row.map((chance, to) => (at === to ? 1 : 0) - chance),
    ...(toEnds[at] ?? []),
    1,
  ]);
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let at = column + 1; at < size; at += 1)
      if (absolute(rows, at, column) > absolute(rows, pivot, column)) pivot = at;
    if (absolute(rows, pivot, column) < 1e-12) return { status: 'neverEnds' };
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const own = rows[column] as number[];
    const scale = own[column] as number;
    for (let place = column; place < own.length; place += 1) own[place] = (own[place] as number) / scale;
    for (const [at, row] of rows.entries()) {
      const factor = row[column] as number;
      if (at === column || factor === 0) continue;
      for (let place = column; place < row.length; place += 1)
        row[place] = (row[place] as number) - factor * (own[place] as number);
    }
  }
  return {
    status: 'ok',
    ends: rows.map((row) => row.slice(size, size + ends)),
    steps: rows.map((row) => row[size + ends] as number),
  };
}

const absolute = (rows: readonly (readonly number[])[], at: number, column: number): number =>
  Math.abs(rows[at]?.[column] ?? 0);
