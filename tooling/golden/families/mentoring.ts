import { assign } from '@milepost/core/mentoring/assign';
import { pairsOf } from '@milepost/core/mentoring/assignment';
import { fair } from '@milepost/core/mentoring/fair';
import { type Fits, placeFirst, totalOf } from '@milepost/core/mentoring/pairing';
import { deferredAcceptance, stable } from '@milepost/core/mentoring/stable';
import type { Call } from '../example.ts';

type Table = readonly (readonly number[])[];
const fitsFrom = (table: Table): Fits => ({
  rows: table.length,
  columns: table[0]?.length ?? 0,
  fit: Float64Array.from(table.flat()),
  places: (table[0] ?? []).map(() => 1),
});

/** `{ A: 'abg' }` by `{ a: 'BCA' }` as orders of numbers. */
function stableBest(asking: Record<string, string>, asked: Record<string, string>): Record<string, string> {
  const [rows, columns] = [Object.keys(asking), Object.keys(asked)];
  const pairs = deferredAcceptance({
    rows: rows.map((name) => [...(asking[name] ?? '')].map((one) => columns.indexOf(one))),
    columns: columns.map((name) => [...(asked[name] ?? '')].map((one) => rows.indexOf(one))),
  });
  return Object.fromEntries(pairs.map((column, row) => [rows[row] ?? '', columns[column ?? -1] ?? '']));
}

/** Said from the other side. */
const turned = (pairs: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(pairs).map(([one, other]) => [other, one]));

/** Pairs by least cost, by lists of wishes, and what the sides of the dial cost. */
export const mentoring: Record<string, Call> = {
  match: ({ input }) => {
    const costs = input as Table;
    const dearest = Math.max(...costs.flat());
    const pairs = pairsOf(assign(placeFirst(fitsFrom(costs.map((row) => row.map((cost) => dearest - cost))))));
    return {
      cols: pairs,
      cost: pairs.reduce((sum: number, column, row) => sum + (column === null ? 0 : (costs[row]?.[column] ?? 0)), 0),
    };
  },

  'match.galeShapley': ({ input }) => {
    const { men, women } = input as Record<'men' | 'women', Record<string, string>>;
    return { menOptimal: stableBest(men, women), womenOptimal: turned(stableBest(women, men)) };
  },

  'match.tradeoff': ({ input }) => {
    const fits = fitsFrom(input as Table);
    return {
      max: totalOf(fits, pairsOf(assign(fits))),
      stableGreedy: totalOf(fits, stable(fits)),
      minPairInMax: fair(fits).atLeast,
    };
  },
};
