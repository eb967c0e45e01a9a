import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompose } from './decompose.ts';
import { axisSums, type Plan, plannedTotal } from './plan.ts';
import { replan } from './replan.ts';
import { stretchPlan, stretchTotal } from './stretch.ts';

const made = decompose({
  total: 1_000_003,
  persons: [1, 2, 3].map((weight) => ({ id: `p${weight}`, weight })),
  lines: [1, 2].map((weight) => ({ id: `l${weight}`, weight })),
  segments: [{ id: 's', weight: 1 }],
  monthShares: [7, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11],
});
const plan = (made.status === 'ok' ? made.plan : null) as Plan;

describe('the stretch level (T1)', () => {
  it('is a factor of the base, rounded half away from zero, or a total of its own', () => {
    expect(stretchTotal(1_000_000, { factor: 1.2 })).toBe(1_200_000);
    expect(stretchTotal(5, { factor: 1.1 })).toBe(6);
    expect(stretchTotal(-5, { factor: 1.1 })).toBe(-6);
    expect(stretchTotal(7, { total: 9 })).toBe(9);
    expect(() => stretchTotal(7, { factor: Number.NaN })).toThrow(/zero or more/);
  });

  it('reaches locked cells too: a lock holds the base', () => {
    const locked = replan(plan, [{ kind: 'lock', id: 'all', at: {} }]);
    if (locked.status !== 'ok') throw new Error('refused');
    expect(plannedTotal(stretchPlan(locked.plan, { factor: 2 }))).toBe(2_000_006);
  });

  it('by law sums to its total on every axis, each leaf within the rounding of its share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (total) => {
        const next = stretchPlan(plan, { total });
        const { persons, lines, months, segments } = axisSums(next);
        for (const axis of [persons, lines, months, segments])
          expect(axis.reduce((sum, part) => sum + part, 0)).toBe(total);
      }),
      { numRuns: 60 },
    );
  });
});
