import type { Member } from './buying-centre.ts';

/** Where somebody stands on the map: `row` counted from the top, `column` from the left; halves where they stand over others. */
export type Place = { readonly id: string; readonly column: number; readonly row: number };
export type Layout = { readonly columns: number; readonly rows: number; readonly places: readonly Place[] };

type Person = Pick<Member, 'id' | 'influence' | 'reportsToId'>;

/**
 * Places for a map: each stands one row below whom they report to, a superior in the middle over theirs; those without anybody above or
 * below fill rows of their own underneath. Who has more influence stands further left. Nobody stands on a place of another.
 * @param members in any order; who reports to somebody not among them, or to themselves by a circle, stands at the top
 * @param perRow how many of those without a line stand in a row, 1 or more
 * @throws RangeError when `perRow` is no whole number from 1 on, or an id comes twice
 */
export function layOut(members: readonly Person[], perRow: number): Layout {
  if (!Number.isInteger(perRow) || perRow < 1) throw new RangeError(`A row holds one or more, not ${perRow}.`);
  if (new Set(members.map(({ id }) => id)).size < members.length) throw new RangeError('An id comes twice.');
  const sorted = members.toSorted(
    (a, b) => (b.influence ?? 0) - (a.influence ?? 0) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  const tops = topsOf(sorted);
  const below = Map.groupBy(
    sorted.filter(({ id }) => !tops.has(id)),
    ({ reportsToId }) => reportsToId,
  );
  const places: Place[] = [];
  let [edge, depth] = [0, 0];
  const place = (id: string, row: number): number => {
    depth = Math.max(depth, row + 1);
    const columns = (below.get(id) ?? []).map((one) => place(one.id, row + 1));
    const [first, last] = [columns[0], columns.at(-1)];
    const column = first === undefined || last === undefined ? edge++ : (first + last) / 2;
    places.push({ id, column, row });
    return column;
  };
  const roots = sorted.filter(({ id }) => tops.has(id));
  for (const { id } of roots) if (below.has(id)) place(id, 0);
  const single = roots.filter(({ id }) => !below.has(id));
  const wide = Math.max(perRow, edge);
  for (const [at, { id }] of single.entries())
    places.push({ id, column: at % wide, row: depth + Math.floor(at / wide) });
  return {
    columns: Math.max(edge, Math.min(single.length, wide)),
    rows: depth + Math.ceil(single.length / wide),
    places,
  };
}

/** Those who stand at the top: nobody of the map is above them, or a circle would begin with them. */
function topsOf(sorted: readonly Person[]): Set<string> {
  const above = new Map(sorted.map(({ id, reportsToId }) => [id, reportsToId]));
  const tops = new Set(sorted.filter(({ reportsToId }) => !reportsToId || !above.has(reportsToId)).map(({ id }) => id));
  const grounded = new Set(tops);
  for (const { id } of sorted) {
    const way: string[] = [];
    let at = id;
    while (!grounded.has(at) && !way.includes(at)) {
      way.push(at);
      at = above.get(at) ?? at;
    }
    // Whoever comes first in the order breaks the circle.
    if (!grounded.has(at)) tops.add(at);
    for (const one of [...way, at]) grounded.add(one);
  }
  return tops;
}
