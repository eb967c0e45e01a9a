import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';
import { decidedFits, dials, faultOf, match, matchingOf, type PairDecision } from './match.ts';
import type { Fits } from './pairing.ts';
import { reassign } from './reassign.ts';

const tradeoff: Fits = { rows: 2, columns: 2, fit: Float64Array.of(10, 9, 9, 1), places: [1, 1] };

/** Fits of few levels, some out of the question, and decisions of which no two are about the same row. */
const anyMatching = fc
  .record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, columns }) =>
    fc.record({
      fits: fc
        .record({
          fit: fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(Number.NaN)), {
            minLength: rows * columns,
            maxLength: rows * columns,
          }),
          places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: columns, maxLength: columns }),
        })
        .map(({ fit, places }): Fits => ({ rows, columns, fit: Float64Array.from(fit), places })),
      wanted: fc.uniqueArray(
        fc.record({
          kind: fc.constantFrom('pin' as const, 'ban' as const),
          row: fc.nat({ max: rows - 1 }),
          column: fc.nat({ max: columns - 1 }),
        }),
        { selector: ({ row }) => row, maxLength: 4 },
      ),
    }),
  )
  .map(({ fits, wanted }) => {
    // Only what can be decided.
    const decisions: PairDecision[] = [];
    for (const one of wanted) {
      try {
        decidedFits(fits, [...decisions, one]);
        decisions.push(one);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    return { fits, decisions };
  });

describe('S7 the dial of a matching', () => {
  it('[match.tradeoff]: the largest total is 18, the stable one 11, the fairest worst pair 9', () => {
    expect(match(tradeoff, 'total')).toMatchObject({ total: 18, pairs: [1, 0], worst: 9, blocking: 1 });
    expect(match(tradeoff, 'stable')).toMatchObject({ total: 11, pairs: [0, 1], worst: 1, blocking: 0 });
    expect(match(tradeoff, 'fair')).toMatchObject({ total: 18, worst: 9 });
  });

  it('shows what a decision costs: pinning the best pair loses 7 of 18', () => {
    const pinned = match(tradeoff, 'total', [{ kind: 'pin', row: 0, column: 0 }]);
    expect(pinned).toMatchObject({ pairs: [0, 1], total: 11 });
    expect(match(tradeoff, 'total', [{ kind: 'ban', row: 0, column: 1 }]).total).toBe(11);
  });

  it('case 25: at capacity 2 a third mentee waits, and cannot be pinned', () => {
    const full: Fits = { rows: 3, columns: 1, fit: Float64Array.of(3, 2, 1), places: [2] };
    expect(match(full, 'total')).toMatchObject({ pairs: [0, 0, null], scarcity: [1] });
    const pins = [0, 1, 2].map((row): PairDecision => ({ kind: 'pin', row, column: 0 }));
    expect(match(full, 'total', pins.slice(0, 2)).pairs).toEqual([0, 0, null]);
    expect(() => match(full, 'total', pins)).toThrow(RangeError);
    expect(faultOf(full, 'total', [], [0, 0, 0])).toBe('impossible');
  });

  it('refuses a decision about nobody, and one that contradicts another', () => {
    expect(() => match(tradeoff, 'total', [{ kind: 'ban', row: 2, column: 0 }])).toThrow(RangeError);
    const both: PairDecision[] = [
      { kind: 'pin', row: 0, column: 0 },
      { kind: 'ban', row: 0, column: 0 },
    ];
    expect(() => match(tradeoff, 'stable', both)).toThrow(RangeError);
  });

  it('knows a proposal that is not the best, or not possible', () => {
    expect(faultOf(tradeoff, 'total', [], [0, 1])).toBe('not-best');
    expect(faultOf(tradeoff, 'stable', [], [1, 0])).toBe('not-best');
    expect(faultOf(tradeoff, 'fair', [], [0, 1])).toBe('not-best');
    expect(faultOf(tradeoff, 'total', [{ kind: 'pin', row: 0, column: 0 }], [1, 0])).toBe('impossible');
    expect(faultOf(tradeoff, 'total', [], [0, 0])).toBe('impossible');
  });

  it('holds to every decision on every dial, and finds no fault with itself', () => {
    fc.assert(
      fc.property(anyMatching, fc.constantFrom(...dials), ({ fits, decisions }, dial) => {
        const { pairs } = match(fits, dial, decisions);
        for (const { kind, row, column } of decisions) expect(pairs[row] === column).toBe(kind === 'pin');
        expect(faultOf(fits, dial, decisions, pairs)).toBeNull();
      }),
    );
  });

  it('total ≥ stable ≥ half of it; the worst pair of fair is not below that of total with as many pairs', () => {
    fc.assert(
      fc.property(anyMatching, ({ fits }) => {
        const [total, stable, fair] = dials.map((dial) => match(fits, dial)) as [
          ReturnType<typeof match>,
          ReturnType<typeof match>,
          ReturnType<typeof match>,
        ];
        expect(total.total).toBeGreaterThanOrEqual(stable.total);
        expect(stable.total).toBeGreaterThanOrEqual(total.total / 2);
        expect(stable.blocking).toBe(0);
        const sizeOf = ({ pairs }: ReturnType<typeof match>) => pairs.filter((one) => one !== null).length;
        expect(sizeOf(fair)).toBeGreaterThanOrEqual(sizeOf(total));
        if (sizeOf(fair) === sizeOf(total)) expect(fair.worst ?? 0).toBeGreaterThanOrEqual(total.worst ?? 0);
      }),
    );
  });

  it('solved on by hand is as good as solved anew with the decisions', () => {
    fc.assert(
      fc.property(anyMatching, ({ fits, decisions }) => {
        const state = decisions.reduce((before, one) => reassign(before, one), assign(fits));
        const onward = matchingOf(state);
        expect(onward.total).toBeCloseTo(match(fits, 'total', decisions).total, 8);
        expect(faultOf(fits, 'total', decisions, onward.pairs)).toBeNull();
      }),
    );
  });
});
