/** A list with one of its things at another place; as it was where there is no such place. */
export function moved<T>(all: readonly T[], from: number, to: number): T[] {
  if (to < 0 || to >= all.length) return [...all];
  const left = all.filter((_, at) => at !== from);
  return [...left.slice(0, to), all[from] as T, ...left.slice(to)];
}
