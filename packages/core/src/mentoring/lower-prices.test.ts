import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';
import { pairsOf, pricesOf } from './assignment.ts';
import { type Fits, totalOf } from './pairing.ts';

const fitsFrom = (table: readonly (readonly number[])[], places: readonly number[]): Fits => ({
  ...{ rows: table.length, columns: places.length, fit: Float64Array.from(table.flat()), places },
});

describe('S7 the price of a place', () => {
  it('says of every place exactly what one more would add', () => {
    const fit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.array(fit, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }), (table) => {
        const places = [1, 1, 2];
        const state = assign(fitsFrom(table, places));
        const total = totalOf(state.fits, pairsOf(state));
        for (const [column, price] of pricesOf(state).entries()) {
          const more = assign(
            fitsFrom(
              table,
              places.map((count, at) => (at === column ? count + 1 : count)),
            ),
          );
          expect(totalOf(more.fits, pairsOf(more)) - total).toBeCloseTo(price ?? Number.NaN, 9);
        }
      }),
    );
  });
});
