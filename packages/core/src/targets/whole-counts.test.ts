import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cascade } from '../apportion/cascade.ts';
import { stored } from '../explain/derive.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { blockSum } from './block.ts';
import { decompose } from './decompose.ts';
import { planningOf } from './measures.ts';
import { monthSums, type Plan } from './plan.ts';
import { replan } from './replan.ts';
import { type TargetSources, whyBlock } from './why-target.ts';

const planOf = (total: number, weights: readonly number[]): Plan => {
  const made = decompose({
    total,
    monthShares: new Array<number>(12).fill(1),
    persons: weights.map((weight, place) => ({ id: `p${place}`, weight })),
    lines: [{ id: '', weight: 1 }],
    method: 'webster',
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
};
const sharesOf = (plan: Plan): number[] => plan.persons.map((id) => blockSum(plan, { persons: [id] }));
const sources: TargetSources = {
  unit: 'count',
  total: (value) => stored('target', 't', value, 'count'),
  weight: (axis, place, value) => stored('weight', `${axis}:${place}`, value, 'ratio'),
  cell: (person, line, month, value) => stored('cell', `${person}:${line}:${month}`, value, 'count'),
  segmentCell: (segment, month, value) => stored('cell', `${segment}:${month}`, value, 'count'),
  rounding: (at, value) => stored('rounding', JSON.stringify(at), value, 'count'),
};
const weightsOf = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 });

describe('T2 a plan of heads', () => {
  it('shares new customers among reps by Webster: nobody loses one because there is one more', () => {
    // Balinski & Young 1982, [apportion.alabama25/26]: by largest remainder two would.
    const weights = [1500, 1500, 900, 500, 500, 200];
    expect(sharesOf(planOf(25, weights))).toEqual([8, 8, 4, 2, 2, 1]);
    expect(sharesOf(planOf(26, weights))).toEqual([8, 8, 5, 2, 2, 1]);
  });

  it('wants 5 a month of three reps in every month, and 5 of a month are 1, 2, 1, 1 in four weeks', () => {
    const plan = planOf(60, [1, 1, 1]);
    expect(sharesOf(plan)).toEqual([20, 20, 20]);
    expect([...monthSums(plan.leaves)]).toEqual(new Array(12).fill(5));
    expect([...cascade(5, [1, 1, 1, 1])]).toEqual([1, 2, 1, 1]);
  });

  it('keeps its method through edits, and nobody loses a customer because the total grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), weightsOf, (total, weights) => {
        const plan = planOf(total, weights);
        const before = sharesOf(planOf(total + 1, weights));
        expect(sharesOf(plan).every((share, place) => share <= (before[place] as number))).toBe(true);
        const next = replan(plan, [{ kind: 'setTotal', value: total }]);
        expect(next.status === 'ok' && next.plan.method).toBe('webster');
        expect(next.status === 'ok' && [...next.plan.leaves]).toEqual([...plan.leaves]);
      }),
    );
  });

  it('explains a share as its whole units and the unit of the method, counted and not priced', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), weightsOf, (total, weights) => {
        const plan = planOf(total, weights);
        const why = whyBlock(plan, { persons: ['p0'] }, sources);
        expect(why).toMatchObject({ rule: 'targets.persons-webster', unit: 'count' });
        expect(evaluate(why)).toBe(blockSum(plan, { persons: ['p0'] }));
        expect(isConstant(why)).toBe(false);
      }),
    );
  });

  it('has no product lines where a customer is new once, and no axis at all where cash is counted', () => {
    expect(planningOf.newCustomers.axes).not.toContain('lines');
    expect(planningOf.collected.axes).toEqual([]);
    expect(planningOf.margin).toMatchObject({ unit: 'money', axes: ['lines', 'segments'] });
  });
});
