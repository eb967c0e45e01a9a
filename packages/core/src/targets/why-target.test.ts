import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, stored } from '../explain/derive.ts';
import { evaluate, flatten, isConstant, misstated } from '../explain/why.ts';
import { blockSum } from './block.ts';
import { decompose } from './decompose.ts';
import type { Block, Plan } from './plan.ts';
import { replan } from './replan.ts';
import { type TargetSources, whyBlock } from './why-target.ts';

const ids = (prefix: string, weights: readonly number[]) =>
  weights.map((weight, place) => ({ id: `${prefix}${place}`, weight }));
const sources: TargetSources = {
  total: (value) => record('target', 'fy2027', value, 'money'),
  weight: (axis, place, value) => stored('target-weight', `fy2027:${axis}:${place}`, value, 'ratio'),
  cell: (person, line, month, value) => record('quota', `${person}:${line}:${month}`, value, 'money'),
  segmentCell: (segment, month, value) => record('quota', `segment:${segment}:${month}`, value, 'money'),
  rounding: (at, value) => stored('target-rounding', JSON.stringify(at), value, 'money'),
};
const planOf = (total: number, persons = [5, 3, 3], lines = [2, 1], segments = [1, 1, 1]): Plan => {
  const made = decompose({
    total,
    monthShares: [7, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11],
    persons: ids('p', persons),
    lines: ids('l', lines),
    segments: ids('s', segments),
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
};
const rulesOf = (plan: Plan, at: Block): (string | null)[] =>
  flatten(whyBlock(plan, at, sources)).map(({ rule }) => rule);

describe('why a target is what it is', () => {
  it('for a person is a share of the total, with the unit from the leftover as a step of its own', () => {
    const plan = planOf(100);
    const why = whyBlock(plan, { persons: ['p0'] }, sources);
    expect(why.value).toBe(46);
    expect(why.args.map(({ value }) => value)).toEqual([45, 1]);
    expect(rulesOf(plan, { persons: ['p0'] })).toContain('apportion.leftover-unit');
  });

  it('for a month is a step of the cascade, for a leaf its part of person and line', () => {
    const plan = planOf(1_234_567);
    expect(rulesOf(plan, { months: [3] })[0]).toBe('targets.months');
    expect(rulesOf(plan, { persons: ['p1'], months: [3] })[0]).toBe('targets.persons-month');
    expect(rulesOf(plan, { persons: ['p1'], lines: ['l0'], months: [3] })[0]).toBe('targets.leaf');
    expect(rulesOf(plan, { segments: ['s1'] })[0]).toBe('targets.segments');
    expect(rulesOf(plan, { segments: ['s1'], months: [3] })[0]).toBe('targets.segments-month');
  });

  it('for what was edited since is the sum of its cells', () => {
    const edited = replan(planOf(1_234_567), [{ kind: 'set', at: { persons: ['p1'] }, value: 500_000 }]);
    const plan = edited.status === 'ok' ? edited.plan : planOf(0);
    const why = whyBlock(plan, { persons: ['p1'] }, sources);
    expect(why).toMatchObject({ rule: 'targets.cells', value: 500_000 });
    expect(flatten(why).filter(({ leaf }) => leaf?.kind === 'quota')).toHaveLength(24);
  });

  it('by law evaluates from its leaves to the sum of the block, and is never one constant', () => {
    const some = (prefix: string, count: number) =>
      fc.uniqueArray(fc.constantFrom(...Array.from({ length: count }, (_, place) => `${prefix}${place}`)), {
        minLength: 1,
      });
    const months = fc.uniqueArray(fc.nat({ max: 11 }), { minLength: 1 });
    const leaves: fc.Arbitrary<Block> = fc.record(
      { persons: some('p', 3), lines: some('l', 2), months },
      { requiredKeys: [] },
    );
    const faces: fc.Arbitrary<Block> = fc.record({ segments: some('s', 3), months }, { requiredKeys: ['segments'] });
    const block = fc.oneof(leaves, faces);
    const weights = (length: number) => fc.array(fc.nat({ max: 9 }), { minLength: length, maxLength: length });
    fc.assert(
      fc.property(
        fc.integer({ min: -1000, max: 10_000_000 }),
        fc.tuple(weights(3), weights(2), weights(3)),
        fc.array(fc.record({ at: block, value: fc.nat({ max: 10_000 }) }), { maxLength: 2 }),
        block,
        (total, [persons, lines, segments], edits, at) => {
          const made = planOf(total, persons, lines, segments);
          const next = replan(
            made,
            edits.map((edit) => ({ kind: 'set', ...edit })),
          );
          const plan = next.status === 'ok' ? next.plan : made;
          const why = whyBlock(plan, at, sources);
          expect(evaluate(why)).toBe(blockSum(plan, at));
          expect(misstated(why)).toEqual([]);
          expect(isConstant(why)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});
