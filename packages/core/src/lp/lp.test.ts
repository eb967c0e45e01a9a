import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certify } from './certify.ts';
import { demandLp, type Lp, type LpOptimum } from './lp.ts';
import { ratioLp, scaleId } from './ratio-lp.ts';
import { vertices } from './testing-vertices.ts';

const column = (id: string, objective: number, lower = 0, upper = Infinity) => ({ id, objective, lower, upper });
const atMost = (id: string, upper: number, ...coefficients: number[]) => ({
  id,
  lower: -Infinity,
  upper,
  terms: coefficients.flatMap((one, at) => (one === 0 ? [] : [[at, one] as const])),
});

/** Hillier and Lieberman, Wyndor Glass: x = (2, 6), z = 36, prices 0, 1.5 and 1. */
const wyndor: Lp = {
  direction: 'max',
  columns: [column('doors', 3), column('windows', 5)],
  rows: [atMost('plant 1', 4, 1, 0), atMost('plant 2', 12, 0, 2), atMost('plant 3', 18, 3, 2)],
};
const wyndorBest: LpOptimum = {
  status: 'optimal',
  objective: 36,
  values: [2, 6],
  prices: [0, 1.5, 1],
  reducedCosts: [0, 0],
};

describe('a certificate', () => {
  it('closes on the published optimum: primal = dual = 36', () => {
    expect(certify(wyndor, wyndorBest)).toEqual({ primal: 36, dual: 36, violation: 0, mispriced: 0 });
  });

  it('stays open on a corner that is not the best, on a wrong price and on what does not fit', () => {
    expect(certify(wyndor, { ...wyndorBest, values: [4, 3] })).toMatchObject({ primal: 27, dual: 36 });
    expect(certify(wyndor, { ...wyndorBest, prices: [0, 1, 1] }).mispriced).toBe(1);
    expect(certify(wyndor, { ...wyndorBest, values: [5, 6] }).violation).toBe(9);
    const wrongSide = certify(wyndor, { ...wyndorBest, prices: [-1, 1.5, 1], reducedCosts: [1, 0] });
    expect(Math.abs(wrongSide.dual)).toBe(Infinity);
    expect(() => certify(wyndor, { ...wyndorBest, values: [2] })).toThrow(RangeError);
  });

  it('holds for every optimum that exhaustion finds, in either direction', async () => {
    const number = fc.integer({ min: -9, max: 9 });
    const programme = fc
      .record({
        direction: fc.constantFrom('max' as const, 'min' as const),
        costs: fc.array(number, { minLength: 2, maxLength: 3 }),
        rows: fc.array(fc.tuple(fc.array(number, { minLength: 3, maxLength: 3 }), number), { maxLength: 3 }),
      })
      .map(
        ({ direction, costs, rows }): Lp => ({
          direction,
          columns: costs.map((cost, at) => column(`x${at}`, cost, 0, 7)),
          rows: rows.map(([coefficients, upper], at) =>
            atMost(`r${at}`, upper, ...coefficients.slice(0, costs.length)),
          ),
        }),
      );
    await fc.assert(
      fc.asyncProperty(programme, async (lp) => {
        const answer = await vertices.solve(lp);
        if (answer.status !== 'optimal') return;
        const { primal, dual, violation, mispriced } = certify(lp, answer);
        expect(primal).toBeCloseTo(answer.objective, 6);
        expect(dual).toBeCloseTo(primal, 5);
        expect(violation).toBeLessThan(1e-5);
        expect(mispriced).toBeLessThan(1e-6);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a programme', () => {
  it('is refused when it is none', () => {
    expect(() => demandLp(wyndor)).not.toThrow();
    expect(() => demandLp({ ...wyndor, columns: [column('x', Number.NaN), column('y', 1)] })).toThrow(RangeError);
    expect(() => demandLp({ ...wyndor, columns: [column('x', 1, Infinity), column('y', 1)] })).toThrow(RangeError);
    expect(() => demandLp({ ...wyndor, columns: [column('x', 1)] })).toThrow(/not there/);
    expect(() => demandLp({ ...wyndor, rows: [atMost('r', Number.NaN, 1)] })).toThrow(RangeError);
    expect(() => demandLp({ ...wyndor, columns: [column('x', 1), column('x', 1)] })).toThrow(/twice/);
    const twice = { ...atMost('r', 1, 1), terms: [[0, 1] as const, [0, 2] as const] };
    expect(() => demandLp({ ...wyndor, rows: [twice] })).toThrow(/twice/);
  });

  it('whose bounds cross is a conflict, not a mistake', async () => {
    const crossed: Lp = { direction: 'max', columns: [column('x', 1, 3, 2)], rows: [] };
    expect(() => demandLp(crossed)).not.toThrow();
    expect(await vertices.solve(crossed)).toMatchObject({ status: 'infeasible', rows: [] });
  });
});

describe('the largest ratio', () => {
  it('is found with the quantities it is reached at', async () => {
    // x ≤ 3, x + y ≥ 10: the largest x ÷ (x + y) is 3 ÷ 10.
    const lp: Lp = {
      direction: 'max',
      columns: [column('x', 1, 0, 3), column('y', 1, 0, 20)],
      rows: [
        {
          id: 'total',
          lower: 10,
          upper: Infinity,
          terms: [
            [0, 1],
            [1, 1],
          ],
        },
      ],
    };
    const ratio = ratioLp(
      lp,
      [[0, 1]],
      [
        [0, 1],
        [1, 1],
      ],
    );
    const answer = await vertices.solve(ratio);
    if (answer.status !== 'optimal') expect.unreachable('there is a largest ratio');
    expect(answer.objective).toBeCloseTo(0.3, 9);
    expect(ratio.columns.at(-1)?.id).toBe(scaleId);
    const scale = answer.values.at(-1) as number;
    expect((answer.values[0] as number) / scale).toBeCloseTo(3, 6);
    expect((answer.values[1] as number) / scale).toBeCloseTo(7, 6);
  });

  it('is not asked of quantities below zero', () => {
    expect(() => ratioLp({ ...wyndor, columns: [column('x', 1, -1), column('y', 1)] }, [[0, 1]], [[1, 1]])).toThrow(
      RangeError,
    );
  });
});
