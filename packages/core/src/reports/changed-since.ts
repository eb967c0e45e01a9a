/** A figure by its name; null when it is not known. */
export type NamedFigure = { readonly key: string; readonly value: number | null };

/** A figure that is another one now. The difference is null where one of the two is not known. */
export type FigureChange = {
  readonly key: string;
  readonly was: number | null;
  readonly now: number | null;
  readonly difference: number | null;
};

/** Which figures are other ones now than they were then, in the order of before; one that is not there is not known. */
export function changedSince(before: readonly NamedFigure[], now: readonly NamedFigure[]): FigureChange[] {
  const values = new Map(now.map(({ key, value }) => [key, value]));
  const names = new Set(before.map(({ key }) => key));
  const all = [...before, ...now.filter(({ key }) => !names.has(key)).map(({ key }) => ({ key, value: null }))];
  return all.flatMap(({ key, value }) => {
    const current = values.get(key) ?? null;
    if (value === current) return [];
    return [{ key, was: value, now: current, difference: value === null || current === null ? null : current - value }];
  });
}
