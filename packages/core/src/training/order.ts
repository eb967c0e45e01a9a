/** Something that takes time and may need others to be finished first. */
export type Step = { readonly id: string; readonly duration: number; readonly after: readonly string[] };

export type Order =
  | { readonly status: 'ok'; readonly order: readonly string[] }
  /** Steps that wait for each other, each for the next, the last for the first. */
  | { readonly status: 'cycle'; readonly cycle: readonly string[] };

/**
 * An order in which nothing comes before what it needs (Kahn 1962); of several possible ones the first by id. A cycle is an answer,
 * not an error.
 * @throws RangeError for an id that stands twice or a step that nobody knows
 */
export function orderOf(steps: readonly Pick<Step, 'id' | 'after'>[]): Order {
  const after = new Map(steps.map(({ id, after: needed }) => [id, new Set(needed)]));
  if (after.size !== steps.length) throw new RangeError('A step stands twice.');
  const before = new Map<string, string[]>([...after.keys()].map((id) => [id, []]));
  for (const [id, needed] of after)
    for (const one of needed) {
      const next = before.get(one);
      if (!next) throw new RangeError(`Nobody knows the step ${one}.`);
      next.push(id);
    }
  const open = new Map([...after].map(([id, needed]) => [id, needed.size]));
  const ready = [...open].filter(([, count]) => count === 0).map(([id]) => id);
  ready.sort();
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const next of before.get(id) ?? []) {
      const count = (open.get(next) ?? 0) - 1;
      open.set(next, count);
      if (count > 0) continue;
      const at = ready.findIndex((one) => one > next);
      ready.splice(at < 0 ? ready.length : at, 0, next);
    }
  }
  if (order.length === steps.length) return { status: 'ok', order };
  // Whoever is left waits for somebody who is left: walking back must come round.
  const left = new Set([...after.keys()].filter((id) => (open.get(id) ?? 0) > 0));
  const path: string[] = [];
  let at = [...left].sort()[0] as string;
  while (!path.includes(at)) {
    path.push(at);
    at = [...(after.get(at) ?? [])].sort().find((one) => left.has(one)) as string;
  }
  return { status: 'cycle', cycle: path.slice(path.indexOf(at)) };
}
