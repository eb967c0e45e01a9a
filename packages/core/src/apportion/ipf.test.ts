import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitMargins, ipf } from './ipf.ts';

fc.configureGlobal({ numRuns: 200 });

const textbook = [
  [40, 30, 20, 10],
  [35, 50, 100, 75],
  [30, 80, 70, 120],
  [20, 30, 40, 50],
];
const rows = [150, 300, 400, 150];
const columns = [200, 300, 400, 100];

describe('a matrix fitted to its margins', () => {
  it('takes the textbook matrix to its limit', () => {
    const fit = ipf(textbook, rows, columns);
    expect(fit.status === 'ok' && fit.cells.map((row) => row.map((cell) => cell.toFixed(4)))).toEqual([
      ['64.5585', '46.2325', '35.3843', '3.8247'],
      ['49.9679', '68.1594', '156.4985', '25.3742'],
      ['56.7219', '144.4282', '145.0825', '53.7673'],
      ['28.7516', '41.1800', '63.0347', '17.0337'],
    ]);
  });

  it('stands after three rounds where the textbook prints it', () => {
    const fit = ipf(textbook, rows, columns, { iterations: 3 });
    expect(fit.status === 'ok' && fit.cells[0]?.map((cell) => cell.toFixed(2))).toEqual([
      '64.61',
      '46.28',
      '35.42',
      '3.83',
    ]);
  });

  it('is a plain product of shares when all seeds are alike, in one round', () => {
    expect(
      ipf(
        [
          [1, 1],
          [1, 1],
        ],
        [30, 70],
        [40, 60],
      ),
    ).toMatchObject({ status: 'ok', iterations: 1 });
  });

  it('names the row and the column when a zero stands in the way', () => {
    const fit = ipf(
      [
        [1, 0],
        [1, 1],
      ],
      [60, 40],
      [50, 50],
    );
    expect(fit).toEqual({ status: 'infeasible', rows: [0], columns: [0], missing: 10 });
  });

  it('names a row that may sell nothing and has a target all the same', () => {
    const fit = ipf(
      [
        [0, 0],
        [1, 1],
      ],
      [10, 90],
      [50, 50],
    );
    expect(fit).toEqual({ status: 'infeasible', rows: [0], columns: [], missing: 10 });
  });

  it('gives zeros for a total of zero, and refuses margins that disagree, are negative, or have another size', () => {
    expect(ipf([[3, 4]], [0], [0, 0])).toMatchObject({ status: 'ok', cells: [[0, 0]] });
    expect(() => ipf([[1, 1]], [10], [5, 6])).toThrow(/agree/);
    expect(() => ipf([[1, -1]], [10], [5, 5])).toThrow(/zero or more/);
    expect(() => ipf([[1]], [10], [5, 5])).toThrow(/other rows/);
    expect(() => fitMargins(new Float64Array(3), [1], [1])).toThrow(/rows × columns/);
  });
});

describe('by law, a fit', () => {
  const dense = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 })).chain(([height, width]) =>
    fc.record({
      height: fc.constant(height),
      width: fc.constant(width),
      seed: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: height * width, maxLength: height * width }),
      sums: fc.array(fc.nat({ max: 1000 }), { minLength: height * width, maxLength: height * width }),
    }),
  );

  it('of positive seeds meets rows and columns, and keeps the cross ratios of the seed', () => {
    fc.assert(
      fc.property(dense, ({ height, width, seed, sums }) => {
        const rowSums = Array.from({ length: height }, (_, row) =>
          sums.slice(row * width, (row + 1) * width).reduce((a, b) => a + b, 0),
        );
        const columnSums = Array.from({ length: width }, (_, column) =>
          sums.reduce((sum, value, place) => (place % width === column ? sum + value : sum), 0),
        );
        const fit = fitMargins(Float64Array.from(seed), rowSums, columnSums);
        if (fit.status !== 'ok') throw new Error('Positive seeds can meet any margins.');
        for (const [row, margin] of rowSums.entries()) {
          const sum = fit.cells.subarray(row * width, (row + 1) * width).reduce((a, b) => a + b, 0);
          expect(Math.abs(sum - margin)).toBeLessThan(1e-6);
        }
        for (const [column, margin] of columnSums.entries()) {
          const sum = fit.cells.reduce((all, cell, place) => (place % width === column ? all + cell : all), 0);
          expect(Math.abs(sum - margin)).toBeLessThan(1e-6);
        }
        const cross = (cells: ArrayLike<number>, a: number, b: number): [number, number] => [
          (cells[0] as number) * (cells[a * width + b] as number),
          (cells[b] as number) * (cells[a * width] as number),
        ];
        const [seedLeft, seedRight] = cross(seed, height - 1, width - 1);
        const [left, right] = cross(fit.cells, height - 1, width - 1);
        expect(left * seedRight).toBeCloseTo(right * seedLeft, -Math.log10(1 + left * seedRight) + 6);
      }),
    );
  });
});
