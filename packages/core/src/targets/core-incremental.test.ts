import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Base, coreIncremental } from './core-incremental.ts';

const base = (id: string, amount: number, potential: number | null, more: Partial<Base> = {}): Base => ({
  id,
  base: amount,
  potential,
  segment: 'hospitals',
  ...more,
});

describe('core and incremental', () => {
  it('lets the base stand after churn and prices, and shares the pool by the room that is left', () => {
    const parts = coreIncremental([base('a', 1000, 3000, { churn: 0.1, price: 0.05 }), base('b', 1000, 2000)], 2545);
    expect(parts).toEqual([
      { id: 'a', core: 945, incremental: 400 },
      { id: 'b', core: 1000, incremental: 200 },
    ]);
  });

  it('takes an unknown potential as the median of its segment, and zero as zero', () => {
    const parts = coreIncremental(
      [
        base('none', 100, 0),
        base('unknown', 100, null),
        base('x', 100, 300),
        base('y', 100, 500),
        base('school', 100, 9000, { segment: 'schools' }),
      ],
      500 + 1_000,
    );
    const rooms = { none: 0, unknown: 200, x: 200, y: 400, school: 8900 };
    const whole = 9700;
    for (const { id, core, incremental } of parts) {
      expect(core).toBe(100);
      expect(Math.abs(incremental - (1000 * rooms[id as keyof typeof rooms]) / whole)).toBeLessThan(1);
    }
  });

  it('gives up in proportion to the core where the target is below it', () => {
    expect(coreIncremental([base('a', 300, 900), base('b', 100, null)], 200)).toEqual([
      { id: 'a', core: 300, incremental: -150 },
      { id: 'b', core: 100, incremental: -50 },
    ]);
  });

  it('refuses bases below zero and ids given twice', () => {
    expect(() => coreIncremental([base('a', -1, 0)], 1)).toThrow(/from 0/);
    expect(() => coreIncremental([base('a', 1, 0), base('a', 1, 0)], 1)).toThrow(/twice/);
  });

  it('by law sums to the target, whatever is known', () => {
    const any = fc.record({
      base: fc.nat({ max: 1e9 }),
      churn: fc.double({ min: 0, max: 1, noNaN: true }),
      price: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
      potential: fc.option(fc.nat({ max: 1e10 })),
      segment: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), fc.nat({ max: 1e11 }), (list, total) => {
        const parts = coreIncremental(
          list.map((item, place) => ({ ...item, id: `${place}` })),
          total,
        );
        expect(parts.reduce((sum, part) => sum + part.core + part.incremental, 0)).toBe(total);
        expect(parts.every(({ core }) => core >= 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
