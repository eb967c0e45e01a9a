import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachLeaf, eachSegmentCell, leafBox, segmentBox } from './block.ts';
import { decompose } from './decompose.ts';
import type { Edit } from './edit.ts';
import { axisSums, type Block, monthSums, type Plan, plannedTotal } from './plan.ts';
import { replan } from './replan.ts';

const sizes = fc.constantFrom([50, 20, 3], [7, 2, 5], [3, 4, 0], [1, 1, 1]);
const idsOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${prefix}${String(place).padStart(2, '0')}`);

function planOf([persons, lines, segments]: readonly number[], total: number, turn = 0): Plan {
  const weighted = (prefix: string, count = 0): { id: string; weight: number }[] => {
    const items = idsOf(prefix, count).map((id, place) => ({ id, weight: ((place * 37) % 11) + 1 }));
    return [...items.slice(turn % (count || 1)), ...items.slice(0, turn % (count || 1))];
  };
  const made = decompose({
    total,
    monthShares: [3, 9, 7, 5, 14, 10, 4, 11, 8, 5, 13, 7],
    persons: weighted('p', persons),
    lines: weighted('l', lines),
    segments: weighted('s', segments),
  });
  if (made.status !== 'ok') throw new Error(`The year was not split: ${made.status}.`);
  return made.plan;
}

function anyEdit([persons = 1, lines = 1, segments = 0]: readonly number[]): fc.Arbitrary<Edit> {
  const some = (prefix: string, count: number): fc.Arbitrary<string[]> =>
    fc.uniqueArray(fc.constantFrom(...idsOf(prefix, count)), { minLength: 1, maxLength: 4 });
  const months = fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1, maxLength: 5 });
  const leaves: fc.Arbitrary<Block> = fc.record(
    { persons: some('p', persons), lines: some('l', lines), months },
    { requiredKeys: [] },
  );
  const onSegments: fc.Arbitrary<Block> =
    segments === 0 ? leaves : fc.record({ segments: some('s', segments), months }, { requiredKeys: ['segments'] });
  const at = fc.oneof({ weight: 3, arbitrary: leaves }, { weight: 1, arbitrary: onSegments });
  const value = fc.oneof(fc.nat({ max: 100 }), fc.nat({ max: 20_000_000 }), fc.integer({ min: -5000, max: 0 }));
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('set' as const),
        at,
        value,
        policy: fc.constantFrom('move' as const, 'absorb' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('lock' as const), id: fc.uuid(), at }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unlock' as const), at }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('setTotal' as const), value }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('setShares' as const),
        at: fc.record({ persons: some('p', persons) }, { requiredKeys: [] }),
        shares: fc.array(fc.nat({ max: 100 }), { minLength: 12, maxLength: 12 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('close' as const),
        id: fc.constant('closed'),
        months: fc.integer({ min: 1, max: 11 }),
        heldAt: fc.constant('plan' as const),
        policy: fc.oneof(fc.constantFrom('keepYear' as const, 'keepRest' as const), fc.constant({ capUplift: 1.25 })),
      }),
    },
  );
}

const story = sizes.chain((size) =>
  fc.record({ size: fc.constant(size), edits: fc.array(anyEdit(size), { maxLength: 8 }), turn: fc.nat() }),
);

/** The places of the locked cells: leaves, then segment cells. */
function lockedPlaces({ locks, ...plan }: Plan): { leaves: number[]; segmentMonths: number[] } {
  const places = { leaves: [] as number[], segmentMonths: [] as number[] };
  for (const { at } of locks) {
    const [leaves, segments] = [leafBox(plan, at), segmentBox(plan, at)];
    if (leaves) eachLeaf(plan, leaves, (place) => void places.leaves.push(place));
    if (segments) eachSegmentCell(segments, (place) => void places.segmentMonths.push(place));
  }
  return places;
}

/** Plain loops: a matcher over 12,000 cells a step would take most of the time of the run. */
const isSame = (one: Float64Array, other: Float64Array): boolean =>
  one.length === other.length && one.every((value, place) => Object.is(value, other[place]));

function expectExact(plan: Plan): void {
  const sums = axisSums(plan);
  const total = plannedTotal(plan);
  expect(plan.leaves.every(Number.isSafeInteger) && plan.segmentMonths.every(Number.isSafeInteger)).toBe(true);
  for (const axis of ['persons', 'lines', 'months'] as const) {
    expect(sums[axis].reduce((all, value) => all + value, 0)).toBe(total);
  }
  if (plan.segments.length > 0) expect([...monthSums(plan.segmentMonths)]).toEqual([...sums.months]);
}

// Ten thousands of cells a step, on a machine that may be busy.
const patience = 60_000;

describe('by law, whatever is edited, locked and closed', () => {
  it(
    'every axis has the same sum, every locked cell stays bit for bit, and the plan before is not touched',
    () => {
      fc.assert(
        fc.property(story, ({ size, edits }) => {
          let plan = planOf(size, 12_345_678);
          for (const edit of edits) {
            const before = { leaves: plan.leaves.slice(), segmentMonths: plan.segmentMonths.slice() };
            const next = replan(plan, [edit]);
            expect(isSame(plan.leaves, before.leaves) && isSame(plan.segmentMonths, before.segmentMonths)).toBe(true);
            if (next.status !== 'ok') {
              expect(next.excess).not.toBe(0);
              continue;
            }
            const held = lockedPlaces(edit.kind === 'unlock' ? next.plan : plan);
            for (const face of ['leaves', 'segmentMonths'] as const) {
              const moved = held[face].filter((place) => next.plan[face][place] !== plan[face][place]);
              expect(moved).toEqual([]);
            }
            plan = next.plan;
            expectExact(plan);
          }
        }),
        { numRuns: 100 },
      );
    },
    patience,
  );

  it(
    'edits replayed one by one or all at once, on a plan of another order, give the same plan',
    () => {
      fc.assert(
        fc.property(story, ({ size, edits, turn }) => {
          const done: Edit[] = [];
          let plan = planOf(size, 12_345_678);
          for (const edit of edits) {
            const next = replan(plan, [edit]);
            if (next.status !== 'ok') continue;
            plan = next.plan;
            done.push(edit);
          }
          const replayed = replan(planOf(size, 12_345_678, turn), done);
          if (replayed.status !== 'ok') throw new Error('What was accepted one by one was refused at once.');
          expect(isSame(replayed.plan.leaves, plan.leaves)).toBe(true);
          expect(isSame(replayed.plan.segmentMonths, plan.segmentMonths)).toBe(true);
          expect(replayed.plan.locks).toEqual(plan.locks);
        }),
        { numRuns: 50 },
      );
    },
    patience,
  );

  it(
    'setting a block to what it is changes no cell, by either policy',
    () => {
      fc.assert(
        fc.property(story, ({ size, edits }) => {
          let plan = planOf(size, 12_345_678);
          for (const edit of edits) {
            const next = replan(plan, [edit]);
            if (next.status === 'ok') plan = next.plan;
          }
          for (const edit of edits) {
            if (edit.kind !== 'set') continue;
            const value = sumAt(plan, edit.at);
            for (const policy of ['move', 'absorb'] as const) {
              const again = replan(plan, [{ ...edit, value, policy }]);
              if (again.status !== 'ok') throw new Error('A block was refused the sum it has.');
              expect(isSame(again.plan.leaves, plan.leaves)).toBe(true);
              expect(isSame(again.plan.segmentMonths, plan.segmentMonths)).toBe(true);
            }
          }
        }),
        { numRuns: 50 },
      );
    },
    patience,
  );

  it(
    'what is absorbed leaves the total alone',
    () => {
      fc.assert(
        fc.property(story, ({ size, edits }) => {
          const plan = planOf(size, 12_345_678);
          for (const edit of edits) {
            if (edit.kind !== 'set') continue;
            const next = replan(plan, [{ ...edit, policy: 'absorb' }]);
            if (next.status === 'ok') expect(plannedTotal(next.plan)).toBe(12_345_678);
          }
        }),
        { numRuns: 60 },
      );
    },
    patience,
  );
});

function sumAt(plan: Plan, at: Block): number {
  let sum = 0;
  const leaves = leafBox(plan, at);
  if (leaves) {
    eachLeaf(plan, leaves, (place) => {
      sum += plan.leaves[place] as number;
    });
    return sum;
  }
  const segments = segmentBox(plan, at);
  if (segments) {
    eachSegmentCell(segments, (place) => {
      sum += plan.segmentMonths[place] as number;
    });
  }
  return sum;
}
