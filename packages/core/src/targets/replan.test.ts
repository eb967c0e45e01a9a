import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocation } from './allocation.ts';
import { blockSum } from './block.ts';
import { decompose } from './decompose.ts';
import type { Edit } from './edit.ts';
import { axisSums, monthSums, type Plan, plannedTotal } from './plan.ts';
import { replan } from './replan.ts';

const even = new Array<number>(12).fill(1);
const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${prefix}${String(i).padStart(2, '0')}`, weight: i + 1 }));

function planOf(total: number, persons = 3, lines = 4, segments = 2): Plan {
  const made = decompose({
    total,
    persons: ids('p', persons),
    lines: ids('l', lines),
    segments: ids('s', segments),
    monthShares: even,
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
}
const done = (plan: Plan, ...edits: Edit[]): Plan => {
  const next = replan(plan, edits);
  if (next.status !== 'ok') throw new Error(`edit ${next.edit} was refused`);
  return next.plan;
};
const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0);

describe('the grid (T1)', () => {
  it('shares 1,000,000.00 over 12 equal months as 8 × 83,333.33 and 4 × 83,333.34', () => {
    const months = [...monthSums(planOf(100_000_000).leaves)];
    expect(months.filter((month) => month === 8_333_333)).toHaveLength(8);
    expect(months.filter((month) => month === 8_333_334)).toHaveLength(4);
  });

  it('raising one product by 50,000 over-allocates product and month, and publishing is refused until another is lowered', () => {
    const plan = planOf(100_000_000);
    const at = (line: string) => ({ lines: [line], months: [2] });
    const raised = done(plan, { kind: 'set', at: at('l01'), value: blockSum(plan, at('l01')) + 5_000_000 });
    const told = allocation(raised);
    expect(told).toMatchObject({ overAllocated: 5_000_000, unallocated: 0, canPublish: false });
    expect(told.byAxis).toContainEqual({ axis: 'lines', id: 'l01', difference: 5_000_000 });
    expect(told.byAxis).toContainEqual({ axis: 'months', id: '2', difference: 5_000_000 });
    const levelled = done(raised, { kind: 'set', at: at('l03'), value: blockSum(raised, at('l03')) - 5_000_000 });
    expect(allocation(levelled)).toMatchObject({ overAllocated: 0, unallocated: 0, canPublish: true, byAxis: [] });
  });

  it('lets the rest of the year absorb a change where that is asked for', () => {
    const plan = planOf(1_000_000);
    const next = done(plan, { kind: 'set', at: { persons: ['p00'], months: [0] }, value: 50_000, policy: 'absorb' });
    expect(plannedTotal(next)).toBe(1_000_000);
    expect(blockSum(next, { persons: ['p00'], months: [0] })).toBe(50_000);
  });

  it('refuses what locked cells leave no room for, names the lock, and changes nothing', () => {
    const plan = done(planOf(1200), { kind: 'lock', id: 'year of p02', at: { persons: ['p02'] } });
    const refused = replan(plan, [{ kind: 'setTotal', value: 100 }]);
    expect(refused).toMatchObject({ status: 'overCommitted', edit: 0, held: [{ id: 'year of p02' }] });
    expect(plannedTotal(plan)).toBe(1200);
  });

  it('after a weak first quarter asks 105 a month of the rest when the year is kept', () => {
    const made = decompose({
      total: 1200,
      persons: [{ id: 'p', weight: 1 }],
      lines: [{ id: 'l', weight: 1 }],
      monthShares: even,
    });
    const plan = made.status === 'ok' ? made.plan : planOf(0);
    const heldAt = [0, 1, 2].map((month) => ({ person: 'p', line: 'l', month, value: 85 }));
    const close = (policy: Extract<Edit, { kind: 'close' }>['policy']) =>
      done(plan, { kind: 'close', id: 'Q1', months: 3, heldAt, policy });
    expect([...close('keepYear').leaves]).toEqual([85, 85, 85, ...new Array<number>(9).fill(105)]);
    expect(close('keepRest')).toMatchObject({ total: 1155 });
    const capped = close({ capUplift: 1.02 });
    expect(allocation(capped)).toMatchObject({ unallocated: 27 });
  });

  it('is the same plan after no edits', () => {
    const plan = planOf(99_999);
    expect(replan(plan, [])).toEqual({ status: 'ok', plan });
  });
});

describe('for any sequence of edits and locks', () => {
  const sizes = fc.constantFrom([50, 20, 3] as const, [3, 4, 2] as const, [1, 1, 1] as const, [7, 2, 5] as const);
  const edit = (persons: number, lines: number, segments: number): fc.Arbitrary<Edit> => {
    const some = (prefix: string, count: number) =>
      fc.option(
        fc.uniqueArray(
          fc.integer({ min: 0, max: count - 1 }).map((i) => `${prefix}${String(i).padStart(2, '0')}`),
          { minLength: 1, maxLength: 3 },
        ),
        { nil: undefined },
      );
    const months = fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 4 }), {
      nil: undefined,
    });
    const clean = (block: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(block).filter(([, value]) => value !== undefined));
    const at = fc.oneof(
      fc.record({ persons: some('p', persons), lines: some('l', lines), months }).map(clean),
      fc.record({ segments: some('s', segments), months }).map(clean),
    );
    return fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({
          kind: fc.constant('set' as const),
          at,
          value: fc.integer({ min: 0, max: 5_000_000 }),
          policy: fc.constantFrom('move' as const, 'absorb' as const),
        }),
      },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('lock' as const), id: fc.uuid(), at }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlock' as const), at }) },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('setTotal' as const),
          value: fc.integer({ min: 0, max: 100_000_000 }),
        }),
      },
    ) as fc.Arbitrary<Edit>;
  };

  it('all axes sum to the unit, locked cells stay, and the plan before is untouched', () => {
    fc.assert(
      fc.property(
        sizes.chain(([persons, lines, segments]) =>
          fc.tuple(
            fc.constant([persons, lines, segments] as const),
            fc.array(edit(persons, lines, segments), { maxLength: 6 }),
          ),
        ),
        ([[persons, lines, segments], edits]) => {
          let plan = planOf(12_345_678, persons, lines, segments);
          for (const one of edits) {
            const before = { leaves: plan.leaves.slice(), segmentMonths: plan.segmentMonths.slice() };
            const held = plan.locks.map(({ at }) => [at, blockSum(plan, at)] as const);
            const next = replan(plan, [one]);
            expect(plan.leaves).toEqual(before.leaves);
            expect(plan.segmentMonths).toEqual(before.segmentMonths);
            if (next.status !== 'ok') continue;
            for (const [at, value] of held) expect(blockSum(next.plan, at)).toBe(value);
            plan = next.plan;
            const sums = axisSums(plan);
            const total = plannedTotal(plan);
            expect(plan.leaves.every(Number.isSafeInteger)).toBe(true);
            for (const axis of [sums.persons, sums.lines, sums.segments, sums.months]) expect(sum(axis)).toBe(total);
            expect([...monthSums(plan.segmentMonths)]).toEqual([...sums.months]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
