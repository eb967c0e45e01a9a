import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decompose } from './decompose.ts';
import { handOver } from './hand-over.ts';
import { axisSums, type Plan } from './plan.ts';
import { replan } from './replan.ts';

const madeOf = (total: number, lines = ['pumps', 'valves']): Plan => {
  const weigh = (ids: string[]) => ids.map((id) => ({ id, weight: 1 }));
  const monthShares = new Array<number>(12).fill(1);
  const made = decompose({ total, persons: weigh(['ann', 'ben', 'oda']), lines: weigh(lines), monthShares });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
};
const until = (months: number, more = { done: 0, whole: 20 }) =>
  Array.from({ length: 12 }, (_, month) =>
    month < months ? { done: 20, whole: 20 } : month === months ? more : { done: 0, whole: 20 },
  );
const full = (weight: number) => new Array<number>(12).fill(weight);
const personOf = (plan: Plan, id: string): number => axisSums(plan).persons[plan.persons.indexOf(id)] ?? Number.NaN;

describe('what a leaver leaves', () => {
  it('goes to successors by capacity from the day after, and what was before stays', () => {
    // 3,600 a person: Ann leaves at the end of June; Ben carries half of what Oda does.
    const { plan, moved, stays } = handOver(madeOf(10_800), 'ann', {
      served: until(6),
      successors: [
        { id: 'ben', months: full(0.5) },
        { id: 'oda', months: full(1) },
      ],
    });
    expect({ moved, stays }).toEqual({ moved: 1800, stays: 0 });
    expect([personOf(plan, 'ann'), personOf(plan, 'ben'), personOf(plan, 'oda')]).toEqual([1800, 4200, 4800]);
  });

  it('is cut within the month by its working days, and stays where nobody is there or cells are locked', () => {
    const served = until(5, { done: 10, whole: 20 });
    const successors = [{ id: 'ben', months: full(1).map((weight, month) => (month === 11 ? 0 : weight)) }];
    const cut = handOver(madeOf(3600), 'ann', { served, successors });
    expect(cut).toMatchObject({ moved: 50 + 5 * 100, stays: 100 });
    const locked = replan(madeOf(3600), [{ kind: 'lock', id: 'l', at: { persons: ['ann'], months: [6] } }]);
    if (locked.status !== 'ok') throw new Error(locked.status);
    expect(handOver(locked.plan, 'ann', { served, successors })).toMatchObject({ moved: 450, stays: 200 });
  });

  it('changes no line, no month and not the year, whatever the weights', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 });
    const total = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(total, fc.integer({ min: 0, max: 11 }), weights, weights, (all, months, ben, oda) => {
        const before = madeOf(all);
        const served = until(months, { done: 7, whole: 20 });
        const successors = [
          { id: 'ben', months: ben },
          { id: 'oda', months: oda },
        ];
        const { plan, moved, stays } = handOver(before, 'ann', { served, successors });
        const [then, now] = [axisSums(before), axisSums(plan)];
        expect(now.lines).toEqual(then.lines);
        expect(now.months).toEqual(then.months);
        expect(personOf(plan, 'ann')).toBe(personOf(before, 'ann') - moved);
        expect(Math.abs(moved + stays)).toBeLessThanOrEqual(Math.abs(personOf(before, 'ann')));
        // Once handed over, nothing more goes.
        expect(handOver(plan, 'ann', { served: until(12), successors }).moved).toBe(0);
      }),
    );
  });

  it('is refused for people whom the plan has not got', () => {
    const served = until(6);
    expect(() => handOver(madeOf(12), 'max', { served, successors: [] })).toThrow(RangeError);
    expect(() => handOver(madeOf(12), 'ann', { served, successors: [{ id: 'ann', months: full(1) }] })).toThrow(
      RangeError,
    );
    expect(() => handOver(madeOf(12), 'ann', { served: [], successors: [] })).toThrow(RangeError);
  });
});
