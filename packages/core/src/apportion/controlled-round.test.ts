import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlledRound } from './controlled-round.ts';
import { thresholdOfLargest } from './largest-few.ts';
import { roundToMargins } from './round-to-margins.ts';

fc.configureGlobal({ numRuns: 200 });

/** A matrix with whole margins: a whole matrix, shaken along rectangles so that no sum changes. */
const withWholeMargins = fc
  .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 9 }))
  .chain(([height, width, magnitude]) =>
    fc.record({
      height: fc.constant(height),
      width: fc.constant(width),
      whole: fc.array(fc.nat({ max: 10 ** magnitude }), { minLength: height * width, maxLength: height * width }),
      shakes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: -1000, max: 1000 })), {
        maxLength: 40,
      }),
    }),
  )
  .map(({ height, width, whole, shakes }) => {
    const cells = Array.from({ length: height }, (_, row) => whole.slice(row * width, (row + 1) * width));
    const at = (row: number): number[] => cells[row % height] as number[];
    for (const [top, bottom, left, right, thousandths] of shakes) {
      const change = thousandths / 1024;
      const add = (row: number, column: number, step: number): void => {
        at(row)[column % width] = (at(row)[column % width] as number) + step;
      };
      add(top, left, change);
      add(bottom, right, change);
      add(top, right, -change);
      add(bottom, left, -change);
    }
    const rows = cells.map((row) => row.reduce((a, b) => a + b, 0));
    const columns = Array.from({ length: width }, (_, column) =>
      cells.reduce((sum, row) => sum + (row[column] as number), 0),
    );
    return { cells, rows, columns };
  });

describe('a matrix rounded under control', () => {
  it('keeps both sums of three by three thirds', () => {
    const third = [1 / 3, 1 / 3, 1 / 3];
    const rounded = controlledRound([third, third, third], [1, 1, 1], [1, 1, 1]);
    expect(rounded.map((row) => row.reduce((a, b) => a + b, 0))).toEqual([1, 1, 1]);
    expect([0, 1, 2].map((column) => rounded.reduce((sum, row) => sum + (row[column] as number), 0))).toEqual([
      1, 1, 1,
    ]);
  });

  it('leaves whole cells alone', () => {
    expect(
      controlledRound(
        [
          [2, 0.5, 0.5],
          [1, 0.5, 0.5],
        ],
        [3, 2],
        [3, 1, 1],
      )[0]?.[0],
    ).toBe(2);
  });

  it('refuses margins that are not the sums of the matrix', () => {
    expect(() => controlledRound([[0.5, 0.5]], [2], [1, 1])).toThrow(/Row 1 sums to 1/);
    expect(() => controlledRound([[1.5, 1.5]], [3], [1, 2])).toThrow(/Column 1 sums to 1.5/);
    expect(() => controlledRound([[0.5, 0.5]], [1], [0.5, 0.5])).toThrow(/whole/);
    expect(() => controlledRound([[1]], [1], [1, 0])).toThrow(/other rows/);
  });

  it('by law meets all margins with every cell at its floor or its ceiling', () => {
    fc.assert(
      fc.property(withWholeMargins, ({ cells, rows, columns }) => {
        const rounded = controlledRound(cells, rows, columns);
        for (const [row, margin] of rows.entries()) {
          expect(rounded[row]?.reduce((a, b) => a + b, 0)).toBe(margin);
        }
        for (const [column, margin] of columns.entries()) {
          expect(rounded.reduce((sum, row) => sum + (row[column] as number), 0)).toBe(margin);
        }
        for (const [row, line] of cells.entries()) {
          for (const [column, cell] of line.entries()) {
            const result = rounded[row]?.[column] as number;
            expect(result === Math.floor(cell) || result === Math.ceil(cell)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('margins that are not quite the sums of the matrix', () => {
  it('are met beyond floor and ceiling where zeros leave no other way', () => {
    const rounding = roundToMargins({ cells: Float64Array.from([2, 3, 4, 5]), rows: [6, 8], columns: [6, 8] });
    expect(rounding.columns).toBe('beyond');
    expect(Array.from(rounding.cells).reduce((a, b) => a + b, 0)).toBe(14);
    expect(rounding.cells[0] as number).toBe(6 - (rounding.cells[1] as number));
    expect(rounding.cells[0] as number).toBe(6 - (rounding.cells[2] as number));
  });

  it('keep the rows when the columns are beyond reach', () => {
    const rounding = roundToMargins({ cells: Float64Array.from([0.5, 0, 0, 0.5]), rows: [1, 0], columns: [0, 1] });
    expect(rounding).toEqual({ cells: Float64Array.from([1, 0, 0, 0]), columns: 'unmet' });
  });

  it('take units away from a row that would hold too many, and refuse a row of zeros with a sum', () => {
    const rounding = roundToMargins({ cells: Float64Array.from([2, 1]), rows: [1], columns: [1, 0] });
    expect(Array.from(rounding.cells)).toEqual([1, 0]);
    expect(() => roundToMargins({ cells: Float64Array.from([0, 0]), rows: [1], columns: [1, 0] })).toThrow(/no cell/);
  });

  it('serve first who was short before', () => {
    const cells = Float64Array.from([0.5, 0.5, 0.5, 0.5]);
    const served = (carry: readonly number[]): number[] =>
      Array.from(roundToMargins({ cells, rows: [1, 1], columns: [1, 1], carry: Float64Array.from(carry) }).cells);
    expect(served([0.5, -0.5, -0.5, 0.5])).toEqual([1, 0, 0, 1]);
    expect(served([-0.5, 0.5, 0.5, -0.5])).toEqual([0, 1, 1, 0]);
  });
});

describe('the largest few of some numbers', () => {
  it('are those at or above the threshold, as by sorting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 50 }),
        fc.nat(),
        (values, pick) => {
          const count = 1 + (pick % values.length);
          const sorted = values.toSorted((a, b) => b - a);
          expect(thresholdOfLargest(Float64Array.from(values), values.length, count)).toBe(sorted[count - 1]);
        },
      ),
    );
  });
});
