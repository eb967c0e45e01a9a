import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';
import { pairsOf } from './assignment.ts';
import { assignMost, fair, mostPairs } from './fair.ts';
import { mentorFit } from './mentor-fit.ts';
import { type Fits, totalOf, worstOf } from './pairing.ts';
import { blockingPairs, deferredAcceptance, stable } from './stable.ts';

const anyFits: fc.Arbitrary<Fits> = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 6 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(columns),
      fit: fc
        .array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.NaN)), {
          minLength: rows * columns,
          maxLength: rows * columns,
        })
        .map((values) => Float64Array.from(values)),
      places: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: columns, maxLength: columns }),
    }),
  );
const pairCount = (pairs: readonly (number | null)[]): number => pairs.filter((one) => one !== null).length;

describe('S7 deferred acceptance', () => {
  it('gives those who ask the best that is stable (Gale & Shapley, example 1)', () => {
    const men = [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ];
    const women = [
      [1, 2, 0],
      [2, 0, 1],
      [0, 1, 2],
    ];
    expect(deferredAcceptance({ rows: men, columns: women })).toEqual([0, 1, 2]);
    expect(deferredAcceptance({ rows: women, columns: men })).toEqual([1, 2, 0]);
  });

  it('leaves out whom nobody wants, and holds as many as there are places', () => {
    expect(deferredAcceptance({ rows: [[0], [0], [0]], columns: [[2, 1]], places: [2] })).toEqual([null, 0, 0]);
  });
});

describe('S7 stable, fair and total', () => {
  const tradeOff: Fits = { rows: 2, columns: 2, fit: Float64Array.of(10, 9, 9, 1), places: [1, 1] };

  it('makes the best pair first where nobody may envy', () => {
    expect(totalOf(tradeOff, stable(tradeOff))).toBe(11);
    expect(blockingPairs(tradeOff, stable(tradeOff))).toBe(0);
    expect(blockingPairs(tradeOff, pairsOf(assign(tradeOff)))).toBe(1);
    expect(fair(tradeOff).atLeast).toBe(9);
  });

  it('keeps its promises on every side of the dial', () => {
    fc.assert(
      fc.property(anyFits, (fits) => {
        const total = totalOf(fits, pairsOf(assign(fits)));
        const envied = stable(fits);
        expect(blockingPairs(fits, envied)).toBe(0);
        expect(totalOf(fits, envied)).toBeLessThanOrEqual(total);
        expect(totalOf(fits, envied)).toBeGreaterThanOrEqual(total / 2);
        const most = pairsOf(assignMost(fits));
        const { atLeast, assignment } = fair(fits);
        expect(pairCount(pairsOf(assignment))).toBe(mostPairs(fits, 0));
        expect(pairCount(most)).toBe(mostPairs(fits, 0));
        expect(worstOf(fits, pairsOf(assignment))).toBe(atLeast);
        if (atLeast !== null) expect(atLeast).toBeGreaterThanOrEqual(worstOf(fits, most) ?? 0);
      }),
      { numRuns: 400 },
    );
  });
});

describe('S7 how well a mentor fits', () => {
  const need = (skillId: string, required: number, level: number, weight = 1) => ({ skillId, required, level, weight });

  it('is the share of the gaps that the mentor can close', () => {
    const needs = [need('negotiation', 4, 2), need('forecasting', 3, 1, 2)];
    expect(
      mentorFit(
        needs,
        new Map([
          ['negotiation', 5],
          ['forecasting', 2],
        ]),
      ),
    ).toBeCloseTo((2 + 2) / (2 + 4), 12);
    expect(mentorFit(needs, new Map())).toBe(0);
  });

  it('is unknown where there is no gap', () => {
    expect(mentorFit([need('negotiation', 2, 3)], new Map([['negotiation', 5]]))).toBeNull();
    expect(mentorFit([], new Map())).toBeNull();
  });

  it('lies between 0 and 1 and grows with what the mentor can do', () => {
    const level = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level, fc.nat(3), level), { minLength: 1, maxLength: 4 }), (rows) => {
        const needs = rows.map(([required, own, weight], at) => need(String(at), required, own, weight));
        const levels = new Map(rows.map(([, , , mentor], at) => [String(at), mentor]));
        const fit = mentorFit(needs, levels);
        const better = mentorFit(needs, new Map([...levels].map(([id, one]) => [id, Math.min(5, one + 1)])));
        expect(fit === null).toBe(better === null);
        if (fit === null || better === null) return;
        expect(fit).toBeGreaterThanOrEqual(0);
        expect(better).toBeLessThanOrEqual(1);
        expect(better).toBeGreaterThanOrEqual(fit);
      }),
    );
  });
});
