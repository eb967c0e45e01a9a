import { certify } from '@milepost/core/lp/certify';
import type { Lp, LpResult } from '@milepost/core/lp/lp';
import { vertices } from '@milepost/core/lp/testing-vertices';
import { ruleId } from '@milepost/core/mix/mix-spec';
import { easeRule } from '@milepost/core/mix/mix-why';
import { solveMix } from '@milepost/core/mix/solve-mix';
import { planOf } from '@milepost/core/mix/testing-mix';
import { whatGives } from '@milepost/core/mix/what-gives';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSolver, openHighs } from './highs-solver.ts';
import { lazyHighs } from './lazy-solver.ts';
import { serveSolver, solverBehind } from './solver-port.ts';

let highs: OpenSolver;
beforeAll(async () => {
  highs = await openHighs();
});
afterAll(() => highs.close());

const wyndor: Lp = {
  direction: 'max',
  columns: [3, 5].map((objective, at) => ({ id: `x${at}`, objective, lower: 0, upper: Infinity })),
  rows: [
    { id: 'plant 1', lower: -Infinity, upper: 4, terms: [[0, 1]] },
    { id: 'plant 2', lower: -Infinity, upper: 12, terms: [[1, 2]] },
    {
      id: 'plant 3',
      lower: -Infinity,
      upper: 18,
      terms: [
        [0, 3],
        [1, 2],
      ],
    },
  ],
};

/** Small programmes of either direction; many do not fit, some have no end. */
const programmes = fc
  .record({
    direction: fc.constantFrom('max' as const, 'min' as const),
    columns: fc.array(
      fc.record({
        objective: fc.integer({ min: -9, max: 9 }),
        lower: fc.integer({ min: -4, max: 3 }),
        width: fc.option(fc.integer({ min: 0, max: 9 }), { nil: Infinity, freq: 8 }),
      }),
      { minLength: 2, maxLength: 3 },
    ),
    rows: fc.array(
      fc.record({
        terms: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }),
        bound: fc.integer({ min: -12, max: 20 }),
        isFloor: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  })
  .map(
    ({ direction, columns, rows }): Lp => ({
      direction,
      columns: columns.map(({ objective, lower, width }, at) => ({
        id: `x${at}`,
        objective,
        lower,
        upper: lower + width,
      })),
      rows: rows.map(({ terms, bound, isFloor }, at) => ({
        id: `r${at}`,
        lower: isFloor ? bound : -Infinity,
        upper: isFloor ? Infinity : bound,
        terms: terms.slice(0, columns.length).flatMap((one, column) => (one === 0 ? [] : [[column, one] as const])),
      })),
    }),
  );

/** Without these rows and bounds of the conflict, as they stand alone. */
function onlyConflict(lp: Lp, conflict: Extract<LpResult, { status: 'infeasible' }>): Lp {
  const keeps = (column: string, side: string) =>
    conflict.bounds.some((one) => one.column === column && one.side === side);
  return {
    ...lp,
    rows: lp.rows.filter(({ id }) => conflict.rows.includes(id)),
    columns: lp.columns.map((column) => ({
      ...column,
      objective: 0,
      lower: keeps(column.id, 'lower') ? column.lower : -Infinity,
      upper: keeps(column.id, 'upper') ? column.upper : Infinity,
    })),
  };
}

describe('HiGHS behind the port', { timeout: 60_000 }, () => {
  it('gives the published optimum of Wyndor with its prices, and the certificate closes', async () => {
    const answer = await highs.solve(wyndor);
    expect(answer).toEqual({
      status: 'optimal',
      objective: 36,
      values: [2, 6],
      prices: [0, 1.5, 1],
      reducedCosts: [0, 0],
    });
    if (answer.status === 'optimal') expect(certify(wyndor, answer)).toMatchObject({ primal: 36, dual: 36 });
  });

  it('agrees with exhaustion on small programmes, and proves every optimum by duality', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(programmes, async (lp) => {
        const [answer, right] = [await highs.solve(lp), await vertices.solve(lp)];
        expect(answer.status).toBe(right.status);
        seen.add(answer.status);
        if (answer.status !== 'optimal' || right.status !== 'optimal') return;
        expect(answer.objective).toBeCloseTo(right.objective, 5);
        const { primal, dual, violation, mispriced } = certify(lp, answer);
        expect(primal).toBeCloseTo(answer.objective, 6);
        expect(dual).toBeCloseTo(primal, 6);
        expect(violation).toBeLessThan(1e-6);
        expect(mispriced).toBeLessThan(1e-6);
      }),
      { numRuns: 300 },
    );
    expect(seen).toEqual(new Set(['optimal', 'infeasible', 'unbounded']));
  });

  it('names a conflict that cannot hold, and of which nothing is too much', async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(programmes, async (lp) => {
        const answer = await highs.solve(lp);
        if (answer.status !== 'infeasible') return;
        conflicts += 1;
        const alone = onlyConflict(lp, answer);
        expect((await highs.solve(alone)).status).toBe('infeasible');
        for (const row of answer.rows)
          expect((await highs.solve({ ...alone, rows: alone.rows.filter(({ id }) => id !== row) })).status).toBe(
            'optimal',
          );
      }),
      { numRuns: 200 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  it('remembers nothing that matters: the same programme after another one has the same answer', async () => {
    await fc.assert(
      fc.asyncProperty(programmes, programmes, async (one, other) => {
        const fresh = await openHighs();
        const right = await fresh.solve(one);
        fresh.close();
        await highs.solve(other);
        const again = await highs.solve(one);
        expect(again.status).toBe(right.status);
        if (again.status === 'optimal' && right.status === 'optimal')
          expect(again.objective).toBeCloseTo(right.objective, 7);
      }),
      { numRuns: 10 },
    );
  });

  it('refuses what is no programme, and takes crossed bounds for a conflict', async () => {
    const [x] = wyndor.columns;
    const nan = { ...wyndor, columns: [{ ...(x as (typeof wyndor.columns)[number]), objective: Number.NaN }] };
    await expect(highs.solve(nan)).rejects.toThrow(RangeError);
    const crossed: Lp = { direction: 'max', columns: [{ id: 'x', objective: 1, lower: 3, upper: 2 }], rows: [] };
    expect(await highs.solve(crossed)).toMatchObject({ status: 'infeasible', rows: [] });
  });
});

describe('the mix through HiGHS', () => {
  it('is the one of rule 1, and an hour is worth what one hour more earns', async () => {
    const mix = await solveMix(planOf(2500), highs);
    expect(mix).toMatchObject({ status: 'ok', margin: 22_321_429 });
    if (mix.status !== 'ok') return;
    const price = mix.prices.find(({ rule }) => rule.kind === 'hours')?.price as number;
    const eased = await easeRule(planOf(2500), mix, { kind: 'hours' }, highs);
    expect(eased?.gain).toBe(Math.round(price));
  });

  it('does not fit in 2,000 hours, by the rules and the changes of rule 1', async () => {
    const mix = await solveMix(planOf(2000), highs);
    if (mix.status !== 'infeasible') expect.unreachable(mix.status);
    const ids = mix.conflict.map(ruleId);
    expect(ids.filter((id) => !id.startsWith('cap:'))).toEqual(['target', 'high-share', 'hours']);
    const gives = (await whatGives(planOf(2000), highs)).flatMap(({ rule, applied }) =>
      applied === null ? [] : [[ruleId(rule), applied]],
    );
    expect(gives).toEqual([
      ['target', 84_482_758],
      ['high-share', 0.2714],
      ['hours', 2450],
    ]);
  });
});

describe('a solver elsewhere', () => {
  it('answers through a channel as it does here, and its refusals come back', async () => {
    const { port1, port2 } = new MessageChannel();
    serveSolver(port1, async () => highs);
    const remote = solverBehind(port2);
    port1.start();
    port2.start();
    const [first, second] = await Promise.all([remote.solve(wyndor), remote.solve({ ...wyndor, direction: 'min' })]);
    expect(first).toMatchObject({ objective: 36, prices: [0, 1.5, 1] });
    expect(second).toMatchObject({ objective: 0 });
    await expect(remote.solve({ ...wyndor, columns: [] })).rejects.toThrow(/not there/);
    port1.close();
  });

  it('that could not be opened says so to whoever asks', async () => {
    const { port1, port2 } = new MessageChannel();
    serveSolver(port1, () => Promise.reject(new Error('no such file')));
    const remote = solverBehind(port2);
    port1.start();
    port2.start();
    await expect(remote.solve(wyndor)).rejects.toThrow('no such file');
    port1.close();
  });

  it('is opened when it is first asked, and once again after it was closed', async () => {
    const lazy = lazyHighs();
    await lazy.close();
    const [one, other] = await Promise.all([lazy.solve(wyndor), lazy.solve(wyndor)]);
    expect(one).toEqual(other);
    await lazy.close();
    expect(await lazy.solve(wyndor)).toMatchObject({ objective: 36 });
    await lazy.close();
  });
});
