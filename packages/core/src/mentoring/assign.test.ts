import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';
import { type Assignment, dualTotalOf, pairsOf, pricesOf } from './assignment.ts';
import { type Fits, placeFirst, totalOf, worstOf } from './pairing.ts';
import { type PairChange, reassign } from './reassign.ts';

const fitsFrom = (table: readonly (readonly number[])[], places?: readonly number[]): Fits => ({
  rows: table.length,
  columns: table[0]?.length ?? 0,
  fit: Float64Array.from(table.flat()),
  places: places ?? (table[0] ?? []).map(() => 1),
});

/** Costs as fits that are worth having whatever they cost, so that everybody is placed. */
const fitsOfCosts = (costs: readonly (readonly number[])[]): Fits => {
  const dearest = Math.max(...costs.flat());
  return placeFirst(fitsFrom(costs.map((row) => row.map((cost) => dearest - cost))));
};
const costOf = (costs: readonly (readonly number[])[], state: Assignment): number =>
  pairsOf(state).reduce((sum: number, column, row) => sum + (column === null ? 0 : (costs[row]?.[column] ?? 0)), 0);

/** The largest total by trying everything. */
function bestByTrying({ rows, columns, fit, places }: Fits, row = 0, left = [...places]): number {
  if (row === rows) return 0;
  let best = bestByTrying({ rows, columns, fit, places }, row + 1, left);
  for (let column = 0; column < columns; column += 1) {
    const value = fit[row * columns + column] as number;
    if (Number.isNaN(value) || !left[column]) continue;
    const less = left.with(column, (left[column] ?? 0) - 1);
    best = Math.max(best, value + bestByTrying({ rows, columns, fit, places }, row + 1, less));
  }
  return best;
}

/** Fits of few levels, so that ties are common, some of them out of the question. */
const anyFits = fc
  .record({ rows: fc.integer({ min: 0, max: 5 }), columns: fc.integer({ min: 0, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      fit: fc
        .array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.NaN)), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((values) => Float64Array.from(values)),
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }),
    }),
  );

const isProven = (state: Assignment): void => {
  const total = totalOf(state.fits, pairsOf(state));
  expect(dualTotalOf(state)).toBeCloseTo(total, 8);
  for (const price of pricesOf(state)) expect(price ?? 0).toBeGreaterThanOrEqual(-1e-9);
};

describe('S7 the pairing with the largest total', () => {
  it.each([
    [
      'three by three',
      [
        [4, 1, 3],
        [2, 0, 5],
        [3, 2, 2],
      ],
      5,
      [1, 0, 2],
    ],
    [
      'hundreds',
      [
        [400, 150, 400],
        [400, 450, 600],
        [300, 225, 300],
      ],
      850,
      [1, 0, 2],
    ],
    [
      'more columns than rows',
      [
        [400, 150, 400, 1],
        [400, 450, 600, 2],
        [300, 225, 300, 3],
      ],
      452,
      null,
    ],
    [
      'ones',
      [
        [10, 10, 8],
        [9, 8, 1],
        [9, 7, 4],
      ],
      18,
      [0, 2, 1],
    ],
    [
      'all equal',
      [
        [1, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      3,
      null,
    ],
  ] as const)('costs as little as can be: %s', (_, costs, least, columns) => {
    const state = assign(fitsOfCosts(costs));
    expect(costOf(costs, state)).toBe(least);
    if (columns) expect(pairsOf(state)).toEqual(columns);
    isProven(state);
  });

  it('weighs the whole against the best pair', () => {
    const state = assign(
      fitsFrom([
        [10, 9],
        [9, 1],
      ]),
    );
    expect(totalOf(state.fits, pairsOf(state))).toBe(18);
    expect(worstOf(state.fits, pairsOf(state))).toBe(9);
  });

  it('lets whoever loses least wait when places are short, and says what a place is worth', () => {
    const state = assign(fitsFrom([[5], [9], [7]], [2]));
    expect(pairsOf(state)).toEqual([null, 0, 0]);
    expect(pricesOf(state)).toEqual([5]);
  });

  it('has the total of trying everything, and proves it', () => {
    fc.assert(
      fc.property(anyFits, (fits) => {
        const state = assign(fits);
        expect(totalOf(fits, pairsOf(state))).toBe(bestByTrying(fits));
        isProven(state);
      }),
      { numRuns: 500 },
    );
  });

  it('never loses by one more mentor', () => {
    fc.assert(
      fc.property(anyFits, fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 }), (fits, more) => {
        const { rows, columns } = fits;
        const wider = Array.from({ length: rows }, (_, row) => [
          ...fits.fit.subarray(row * columns, (row + 1) * columns),
          more[row] as number,
        ]);
        const larger = {
          rows,
          columns: columns + 1,
          fit: Float64Array.from(wider.flat()),
          places: [...fits.places, 1],
        };
        const totals = [fits, larger].map((some) => totalOf(some, pairsOf(assign(some))));
        expect(totals[1]).toBeGreaterThanOrEqual(totals[0] as number);
      }),
    );
  });

  it.each([
    ['a negative fit', { rows: 1, columns: 1, fit: Float64Array.of(-1), places: [1] }],
    ['half a place', { rows: 1, columns: 1, fit: Float64Array.of(1), places: [0.5] }],
    ['a fit too few', { rows: 1, columns: 2, fit: Float64Array.of(1), places: [1, 1] }],
  ])('refuses %s', (_, fits) => {
    expect(() => assign(fits)).toThrow(RangeError);
  });
});

describe('S7 a decision by hand', () => {
  /** The problem that remains when the decisions so far are facts. */
  const remaining = (fits: Fits, bans: ReadonlySet<string>, pins: ReadonlyMap<number, number>): Fits => {
    const places = [...fits.places];
    for (const column of pins.values()) places[column] = (places[column] ?? 0) - 1;
    const fit = fits.fit.map((value, at) => {
      const [row, column] = [Math.floor(at / fits.columns), at % fits.columns];
      return bans.has(`${row} ${column}`) || pins.has(row) ? Number.NaN : value;
    });
    return { ...fits, fit, places };
  };

  it('shows its price: what the whole loses', () => {
    const free = assign(
      fitsFrom([
        [10, 9],
        [9, 1],
      ]),
    );
    const pinned = reassign(free, { kind: 'pin', row: 0, column: 0 });
    expect(pairsOf(pinned)).toEqual([0, 1]);
    expect(totalOf(free.fits, pairsOf(free)) - totalOf(pinned.fits, pairsOf(pinned))).toBe(7);
    expect(pairsOf(free)).toEqual([1, 0]);
  });

  it('is solved on to what a new solution has, however many follow each other', () => {
    const change = fc.record({ isPin: fc.boolean(), row: fc.nat(4), column: fc.nat(4) });
    fc.assert(
      fc.property(anyFits, fc.array(change, { maxLength: 12 }), (fits, changes) => {
        let state = assign(fits);
        const [bans, pins] = [new Set<string>(), new Map<number, number>()];
        for (const { isPin, row, column } of changes) {
          const key = `${row} ${column}`;
          const isIn = row < fits.rows && column < fits.columns;
          const places = (fits.places[column] ?? 0) - [...pins.values()].filter((one) => one === column).length;
          const next: PairChange['kind'] = isPin
            ? pins.get(row) === column
              ? 'unpin'
              : 'pin'
            : bans.has(key)
              ? 'unban'
              : 'ban';
          const isPossible =
            isIn &&
            (next === 'unpin' ||
              (next === 'pin'
                ? !pins.has(row) && !bans.has(key) && places > 0 && !Number.isNaN(fits.fit[row * fits.columns + column])
                : pins.get(row) !== column));
          if (!isPossible) {
            if (!isIn || next === 'pin') expect(() => reassign(state, { kind: next, row, column })).toThrow(RangeError);
            continue;
          }
          state = reassign(state, { kind: next, row, column });
          if (next === 'pin') pins.set(row, column);
          if (next === 'unpin') pins.delete(row);
          if (next === 'ban') bans.add(key);
          if (next === 'unban') bans.delete(key);
          const pinnedTotal = [...pins].reduce(
            (sum, [pinnedRow, own]) => sum + (fits.fit[pinnedRow * fits.columns + own] as number),
            0,
          );
          const total = totalOf(fits, pairsOf(state));
          expect(total).toBe(pinnedTotal + bestByTrying(remaining(fits, bans, pins)));
          for (const [pinnedRow, own] of pins) expect(pairsOf(state)[pinnedRow]).toBe(own);
          isProven(state);
        }
      }),
      { numRuns: 400 },
    );
  });
});
