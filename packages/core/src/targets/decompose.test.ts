import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weighted } from '../apportion/apportion.ts';
import { largestRemainder } from '../apportion/largest-remainder.ts';
import { blockSum } from './block.ts';
import { decompose, type Target } from './decompose.ts';
import { axisSums, leafPlace, MONTHS_IN_YEAR, type Plan, plannedTotal } from './plan.ts';

fc.configureGlobal({ numRuns: 100 });

const even = new Array<number>(12).fill(1);
const members = (prefix: string, weights: readonly number[]): Weighted[] =>
  weights.map((weight, place) => ({ id: `${prefix}${String(place).padStart(2, '0')}`, weight }));
const one = (id: string): Weighted[] => [{ id, weight: 1 }];
const planOf = (target: Target): Plan => {
  const made = decompose(target);
  if (made.status !== 'ok') throw new Error(`The year was not split: ${made.status}.`);
  return made.plan;
};
const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);

describe('a year split from its total', () => {
  it('gives people and lines their largest remainders and the months their cascade', () => {
    const plan = planOf({
      total: 10,
      monthShares: even,
      persons: members('p', [47000, 16000, 15900, 12000, 6000, 3100]),
      lines: members('l', [1, 1, 1]),
    });
    const sums = axisSums(plan);
    expect([...sums.persons]).toEqual([5, 2, 1, 1, 1, 0]);
    expect([...sums.lines]).toEqual([4, 3, 3]);
    expect([...sums.months]).toEqual([1, 1, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1]);
  });

  it('holds the first quarter at 20 % and shares the rest by its own weights', () => {
    const plan = planOf({
      total: 1_200_000_000,
      monthShares: [7, 6, 7, 8, 8, 9, 8, 8, 9, 9, 10, 11],
      holds: [{ months: [0, 1, 2], share: 0.2 }],
      persons: one('ann'),
      lines: one('pumps'),
    });
    expect([...plan.leaves].slice(0, 4)).toEqual([84_000_000, 72_000_000, 84_000_000, 96_000_000]);
    expect(plan.stated).toEqual([{ at: { months: [0, 1, 2] }, value: 240_000_000 }]);
  });

  it('takes months that are given as they are, also when they miss the total', () => {
    const plan = planOf({ total: 1000, monthTotals: new Array(12).fill(80), persons: one('ann'), lines: one('pumps') });
    expect(plannedTotal(plan)).toBe(960);
    expect(plan.total).toBe(1000);
  });

  it('gives someone who joins in July nothing before, and their total all the same', () => {
    const plan = planOf({
      total: 1_650_000,
      monthShares: even,
      persons: [
        { id: 'ann', weight: 12 },
        { id: 'joiner', weight: 4.5 },
      ],
      lines: members('l', [3, 2]),
      seed: { personMonths: new Map([['joiner', [0, 0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1]]]) },
    });
    expect(blockSum(plan, { persons: ['joiner'] })).toBe(450_000);
    expect(blockSum(plan, { persons: ['joiner'], months: [0, 1, 2, 3, 4, 5] })).toBe(0);
    const july = blockSum(plan, { persons: ['joiner'], months: [6] });
    expect(july).toBeLessThan(blockSum(plan, { persons: ['joiner'], months: [9] }));
    expect(blockSum(plan, { months: [6] })).toBe(137_500);
  });

  it('gives nobody a line they do not sell, and every line its total', () => {
    const target: Target = {
      total: 1_000_001,
      monthShares: even,
      persons: members('p', [1, 1, 2]),
      lines: [
        { id: 'valves', weight: 1 },
        { id: 'pumps', weight: 2 },
      ],
      // In the order in which the lines were given: valves, pumps.
      seed: { personLines: new Map([['p00', [0, 1]]]), lineMonths: new Map([['pumps', [...even.slice(1), 3]]]) },
    };
    const plan = planOf(target);
    expect(blockSum(plan, { persons: ['p00'], lines: ['valves'] })).toBe(0);
    expect([...axisSums(plan).lines]).toEqual([666_667, 333_334]);
    expect([...axisSums(plan).persons]).toEqual([...largestRemainder(1_000_001, [1, 1, 2])]);
    expect(plannedTotal(plan)).toBe(1_000_001);
  });

  it('names who cannot reach their total, and where they would have to', () => {
    const made = decompose({
      total: 1200,
      monthShares: even,
      persons: one('joiner'),
      lines: one('pumps'),
      seed: { personMonths: new Map([['joiner', [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]]]) },
    });
    expect(made).toEqual({
      status: 'infeasible',
      asked: { axis: 'persons', ids: ['joiner'] },
      open: { axis: 'months', ids: [6, 7, 8, 9, 10, 11] },
      missing: 600,
    });
  });

  it('answers negative weights with their owners, and refuses weights that are no numbers', () => {
    const target = { total: 100, monthShares: even, persons: one('ann'), lines: one('pumps') };
    const returns = decompose({ ...target, persons: [{ id: 'ben', weight: -5 }, ...one('ann')] });
    expect(returns).toEqual({ status: 'invalidWeights', axis: 'persons', ids: ['ben'] });
    expect(() => decompose({ ...target, lines: [{ id: 'pumps', weight: Number.NaN }] })).toThrow(RangeError);
    expect(() => decompose({ ...target, lines: [] })).toThrow(/at least one/);
    expect(() => decompose({ ...target, persons: [...one('ann'), ...one('ann')] })).toThrow(/twice/);
    expect(() => decompose({ ...target, total: 0.5 })).toThrow(RangeError);
    expect(() => decompose({ ...target, seed: { personMonths: new Map([['ben', even]]) } })).toThrow(/does not know/);
    expect(() => decompose({ ...target, seed: { personMonths: new Map([['ann', [1]]]) } })).toThrow(/1 cells/);
  });

  it('gives a small count to different lines in turn, not to the same line every month', () => {
    const plan = planOf({
      total: 36,
      monthShares: even,
      persons: members('p', [1, 1, 1]),
      lines: members('l', [1, 1, 1]),
    });
    for (const person of plan.persons) {
      for (const line of plan.lines) {
        const year = blockSum(plan, { persons: [person], lines: [line] });
        expect(Math.abs(year - 4)).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe('by law, a split year', () => {
  const weights = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 12 });
  const anyTarget = fc.record({
    total: fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1e13, max: 1e13 })),
    monthShares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }),
    persons: weights.map((list) => members('p', list)),
    lines: weights.map((list) => members('l', list)),
    segments: fc.oneof(
      weights.map((list) => members('s', list)),
      fc.constant([]),
    ),
  });

  it('has the same sum on every axis, whatever the total and the weights', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        const plan = planOf(target);
        const sums = axisSums(plan);
        expect(plan.leaves.every(Number.isSafeInteger)).toBe(true);
        for (const axis of [sums.persons, sums.lines, sums.months]) expect(sum(axis)).toBe(target.total);
        if (target.segments.length === 0) return;
        expect(sum(sums.segments)).toBe(target.total);
        for (let month = 0; month < MONTHS_IN_YEAR; month += 1) {
          expect(blockSum(plan, { segments: plan.segments, months: [month] })).toBe(sums.months[month]);
        }
      }),
    );
  });

  it('gives persons, lines and segments their largest remainder to the unit', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        const sums = axisSums(planOf(target));
        const remainders = (items: readonly Weighted[]): number[] =>
          Array.from(
            largestRemainder(
              target.total,
              items.map((item) => item.weight),
            ),
            (share) => share + 0,
          );
        expect([...sums.persons]).toEqual(remainders(target.persons));
        expect([...sums.lines]).toEqual(remainders(target.lines));
        if (target.segments.length > 0) expect([...sums.segments]).toEqual(remainders(target.segments));
      }),
    );
  });

  it('mirrors for a negative total, and does not hang on the order of people and lines', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        const straight = planOf(target);
        const mirrored = planOf({
          ...target,
          total: -target.total,
          persons: target.persons.toReversed(),
          lines: target.lines.toReversed(),
        });
        expect([...mirrored.leaves]).toEqual([...straight.leaves].map((leaf) => 0 - leaf + 0));
        expect(mirrored.persons).toEqual(straight.persons);
      }),
    );
  });

  it('keeps every leaf within one unit of its part of the person and the line of that month', () => {
    fc.assert(
      fc.property(anyTarget, (target) => {
        const plan = planOf(target);
        for (let month = 0; month < MONTHS_IN_YEAR; month += 1) {
          const whole = blockSum(plan, { months: [month] });
          if (whole === 0) continue;
          for (const [person, id] of plan.persons.entries()) {
            const ofPerson = blockSum(plan, { persons: [id], months: [month] });
            for (const [line, name] of plan.lines.entries()) {
              const exact = (ofPerson * blockSum(plan, { lines: [name], months: [month] })) / whole;
              const leaf = plan.leaves[leafPlace(plan, person, line, month)] as number;
              expect(Math.abs(leaf - exact)).toBeLessThan(1 + Math.abs(exact) * 1e-12);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
