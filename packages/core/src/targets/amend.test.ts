import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocation } from './allocation.ts';
import { type Amendment, amend } from './amend.ts';
import { decompose } from './decompose.ts';
import { monthSums, type Plan, plannedTotal } from './plan.ts';

const even = new Array<number>(12).fill(1);
const planOf = (total: number, persons = 1, lines = 1): Plan => {
  const made = decompose({
    total,
    persons: Array.from({ length: persons }, (_, i) => ({ id: `p${i}`, weight: i + 1 })),
    lines: Array.from({ length: lines }, (_, i) => ({ id: `l${i}`, weight: i + 1 })),
    segments: [{ id: 's', weight: 1 }],
    monthShares: even,
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
};
const firstQuarter = [0, 1, 2].map((month) => ({ person: 'p0', line: 'l0', month, value: 85 }));
const amended = (plan: Plan, amendment: Partial<Amendment>): Plan => {
  const next = amend(plan, { closedMonths: 3, heldAt: firstQuarter, policy: 'keepYear', total: null, ...amendment });
  if (next.status !== 'ok') throw new Error('refused');
  return next.plan;
};

describe('an amendment after a first quarter of 255 instead of 300, of 1,200 (T1)', () => {
  it('keeps the year: 105 a month', () => {
    const next = amended(planOf(1200), {});
    expect([...monthSums(next.leaves)]).toEqual([85, 85, 85, ...new Array<number>(9).fill(105)]);
    expect(allocation(next)).toMatchObject({ total: 1200, unallocated: 0, canPublish: true });
  });

  it('keeps the rest: the year becomes 1,155', () => {
    const next = amended(planOf(1200), { policy: 'keepRest' });
    expect(next.total).toBe(1155);
    expect([...monthSums(next.leaves)].slice(3)).toEqual(new Array<number>(9).fill(100));
  });

  it('takes up to a quarter more of a raised year, and shows what that leaves unallocated', () => {
    const next = amended(planOf(1200), { policy: { capUplift: 1.25 }, total: 1500 });
    expect([...monthSums(next.leaves)].slice(3)).toEqual(new Array<number>(9).fill(125));
    expect(allocation(next)).toMatchObject({ total: 1500, planned: 255 + 1125, unallocated: 120 });
  });

  it('holds closed months as planned where that is asked for', () => {
    const next = amended(planOf(1200), { heldAt: 'plan', total: 1290 });
    expect([...monthSums(next.leaves)]).toEqual([100, 100, 100, ...new Array<number>(9).fill(110)]);
  });

  it('locks the closed months, so that further edits cannot reach them', () => {
    const next = amend(planOf(1200), {
      closedMonths: 3,
      heldAt: 'plan',
      policy: 'keepYear',
      total: null,
      edits: [{ kind: 'set', at: { months: [1] }, value: 5 }],
    });
    expect(next).toMatchObject({ status: 'overCommitted', edit: 1, held: [{ id: 'closed' }] });
  });

  it('on the first day of the year has all months open', () => {
    const first = { closedMonths: 0, heldAt: 'plan' as const };
    expect(plannedTotal(amended(planOf(1200), { ...first, total: 2400 }))).toBe(2400);
    expect(allocation(amended(planOf(1200), { ...first, policy: { capUplift: 1.25 }, total: 2400 }))).toMatchObject({
      planned: 1500,
      unallocated: 900,
    });
  });

  it('does not take a year that shall both be given and follow from its months', () => {
    expect(() => amended(planOf(1200), { policy: 'keepRest', total: 1300 })).toThrow(/both/);
  });

  it('by law leaves no axis behind, and hides no residual', () => {
    const policy = fc.oneof(
      fc.constantFrom('keepYear' as const),
      fc.record({ capUplift: fc.constantFrom(1, 1.1, 1.25) }),
    );
    fc.assert(
      fc.property(
        policy,
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1e5, max: 1e9 }),
        (chosen, closed, total) => {
          const plan = planOf(1_000_003, 3, 4);
          const next = amend(plan, { closedMonths: closed, heldAt: 'plan', policy: chosen, total });
          if (next.status !== 'ok') {
            expect(next.excess).not.toBe(0);
            return;
          }
          const told = allocation(next.plan);
          expect(told.total).toBe(total);
          expect(told.planned + told.unallocated - told.overAllocated).toBe(total);
          expect(next.plan.segmentMonths.reduce((sum, cell) => sum + cell, 0)).toBe(told.planned);
          expect([...monthSums(next.plan.leaves)].slice(0, closed)).toEqual(
            [...monthSums(plan.leaves)].slice(0, closed),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});
