import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stored } from '../explain/derive.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { decompose } from './decompose.ts';
import type { Plan } from './plan.ts';
import { type LetterSources, quotaLetter } from './quota-letter.ts';
import { replan } from './replan.ts';

const sources: LetterSources = {
  total: (value) => stored('target', 't', value, 'money'),
  baseline: (person, value) => stored('target-baseline', `${person}`, value, 'money'),
  season: (month, value) => stored('target-weight', `${month}`, value, 'ratio'),
  proRata: (person, month, value) => stored('target-pro-rata', `${person}:${month}`, value, 'ratio'),
  adjustment: (month, value) => stored('target-adjustment', `${month}`, value, 'money'),
};
const planOf = (
  baselines: readonly number[],
  total: number,
  personMonths?: ReadonlyMap<string, readonly number[]>,
): Plan => {
  const made = decompose({
    total,
    persons: baselines.map((weight, place) => ({ id: `p${place}`, weight })),
    lines: [{ id: 'l', weight: 1 }],
    monthShares: new Array<number>(12).fill(1),
    ...(personMonths ? { seed: { personMonths } } : {}),
  });
  if (made.status !== 'ok') throw new Error(made.status);
  return made.plan;
};

describe('the quota letter (T1)', () => {
  it('says baseline × uplift × season × pro-rata = quota', () => {
    const letter = quotaLetter(planOf([400_000, 600_000], 1_200_000), 'p0', [400_000, 600_000], sources);
    if (letter.status !== 'ok') throw new Error(letter.status);
    expect(letter.year).toMatchObject({
      baseline: 400_000,
      uplift: 1.2,
      season: 1,
      proRata: 1,
      adjustment: 0,
      quota: 480_000,
    });
    expect(letter.months[2]).toMatchObject({ month: 2, season: 1 / 12, quota: 40_000, adjustment: 0 });
  });

  it('of a joiner in July with half of the year counts the half', () => {
    const half = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    const plan = planOf([100, 50], 150_000, new Map([['p1', half]]));
    const letter = quotaLetter(plan, 'p1', [100, 100], sources);
    if (letter.status !== 'ok') throw new Error(letter.status);
    expect(letter.year).toMatchObject({ baseline: 100, uplift: 1000, proRata: 0.5, quota: 50_000, adjustment: 0 });
    expect(letter.months[0]).toMatchObject({ proRata: 0, quota: 0 });
  });

  it('puts apart what an edit added since', () => {
    const edited = replan(planOf([1, 1], 24_000), [{ kind: 'set', at: { persons: ['p0'], months: [0] }, value: 1500 }]);
    if (edited.status !== 'ok') throw new Error('refused');
    const letter = quotaLetter(edited.plan, 'p0', [1, 1], sources);
    if (letter.status !== 'ok') throw new Error(letter.status);
    expect(letter.year).toMatchObject({ quota: 12_500, adjustment: 500 });
    expect(letter.months.slice(0, 2)).toMatchObject([
      { quota: 1500, adjustment: 500 },
      { quota: 1000, adjustment: 0 },
    ]);
  });

  it('has nothing to say without baselines, and refuses strangers', () => {
    expect(quotaLetter(planOf([0, 0], 24_000), 'p0', [0, 0], sources)).toEqual({ status: 'noBaseline' });
    expect(() => quotaLetter(planOf([1], 1), 'stranger', [1], sources)).toThrow(/no person/);
    expect(() => quotaLetter(planOf([1], 1), 'p0', [], sources)).toThrow(/one baseline/);
  });

  it('by law every line evaluates to the quota of the plan', () => {
    const baselines = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(baselines, fc.integer({ min: 0, max: 1e11 }), (some, total) => {
        const letter = quotaLetter(planOf(some, total), 'p0', some, sources);
        if (letter.status !== 'ok') throw new Error(letter.status);
        for (const { why, quota } of [letter.year, ...letter.months]) {
          expect(evaluate(why)).toBe(quota);
          expect(isConstant(why)).toBe(false);
        }
        expect(letter.months.reduce((sum, { quota }) => sum + quota, 0)).toBe(letter.year.quota);
      }),
      { numRuns: 60 },
    );
  });
});
