import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record, stored } from '../explain/derive.ts';
import { evaluate, misstated } from '../explain/why.ts';
import { type ScorecardPart, scorecardOf, WHOLE_WEIGHT_BP, weightMissing } from './scorecard.ts';
import { overlap, validOn } from './valid-on.ts';

const sources = {
  cap: stored('scorecard', 'cap', 1.2, 'ratio'),
  whole: stored('scorecard', 'whole', WHOLE_WEIGHT_BP, 'count'),
};
const part = (measure: string, weightBp: number, actual: number | null, target: number | null): ScorecardPart => ({
  measure,
  weight: stored('scorecard-part', measure, weightBp, 'count'),
  actual: actual === null ? null : record('actual', measure, actual, 'money'),
  target: target === null ? null : record('target', measure, target, 'money'),
});
const amounts = fc.option(fc.integer({ min: -1000, max: 5000 }), { nil: null });
/** Three parts whose weights sum to 100 %. */
const cards = fc
  .tuple(fc.nat(10_000), fc.nat(10_000), fc.array(fc.tuple(amounts, amounts), { minLength: 3, maxLength: 3 }))
  .map(([a, b, values]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const weights = [low, high - low, WHOLE_WEIGHT_BP - high];
    return values.map(([actual, target], at) => part(`m${at}`, weights[at] as number, actual, target));
  });

describe('T3 a scorecard', () => {
  it('weighs attainments: 60 % of 90 %, 40 % of 110 %, collections among them', () => {
    const { parts, total } = scorecardOf([part('revenue', 6000, 90, 100), part('collected', 4000, 110, 100)], sources);
    expect(parts.map(({ attainment }) => attainment?.value)).toEqual([0.9, 1.1]);
    expect(total.status === 'ok' && total.why.value).toBeCloseTo(0.98, 12);
  });

  it('holds what is wanted against what was reached where less is better, and nothing left is as good as can be', () => {
    const { parts, total } = scorecardOf([part('daysOutstanding', 5000, 60, 45), part('revenue', 5000, 1, 1)], sources);
    expect(parts[0]?.attainment?.value).toBe(0.75);
    expect(total.status === 'ok' && [total.why.value, misstated(total.why)]).toEqual([0.875, []]);
    const paid = scorecardOf([part('daysOutstanding', WHOLE_WEIGHT_BP, 0, 45)], sources);
    expect(paid.parts[0]?.contribution?.value).toBe(1.2);
  });

  it('counts an attainment up to the cap, and not below nothing', () => {
    const { parts } = scorecardOf([part('revenue', 5000, 300, 100), part('margin', 5000, -20, 100)], sources);
    expect(parts.map(({ attainment }) => attainment?.value)).toEqual([3, -0.2]);
    expect(parts.map(({ contribution }) => contribution?.value)).toEqual([0.6, 0]);
  });

  it('leaves the total open between bounds where a result or a target is not known', () => {
    const { total } = scorecardOf(
      [part('revenue', 6000, 100, 100), part('repurchaseRate', 3000, null, 0.3), part('margin', 1000, 5, null)],
      sources,
    );
    expect(total).toMatchObject({ status: 'open', openBp: 4000, low: { value: 0.6 } });
    expect(total.status === 'open' && total.high.value).toBeCloseTo(0.6 + 0.4 * 1.2, 12);
  });

  it('is refused unless its weights sum to 100 %', () => {
    expect(weightMissing([6000, 3000])).toBe(1000);
    expect(weightMissing([6000, 5000])).toBe(-1000);
    expect(() => scorecardOf([part('revenue', 6000, 1, 1)], sources)).toThrow(RangeError);
    expect(() => scorecardOf([part('a', 11_000, 1, 1), part('b', -1000, 1, 1)], sources)).toThrow(RangeError);
    expect(() => scorecardOf([part('a', 10_000, 1, 1)], { ...sources, cap: stored('s', 'c', 0, 'ratio') })).toThrow();
  });

  it('by law evaluates from its leaves, and a part that becomes known stays within the bounds', () => {
    fc.assert(
      fc.property(cards, fc.integer({ min: -1000, max: 9000 }), (parts, later) => {
        const { total } = scorecardOf(parts, sources);
        const whys = total.status === 'ok' ? [total.why] : [total.low, total.high];
        for (const why of whys) {
          expect(evaluate(why)).toBe(why.value);
          expect(misstated(why)).toEqual([]);
        }
        if (total.status === 'ok') return;
        const closed = parts.map((one) => ({
          ...one,
          actual: one.actual ?? record('actual', 'later', later, 'money'),
          target: one.target && one.target.value > 0 ? one.target : record('target', 'later', 100, 'money'),
        }));
        const after = scorecardOf(closed, sources).total;
        const value = after.status === 'ok' ? after.why.value : Number.NaN;
        expect(value).toBeGreaterThanOrEqual(total.low.value - 1e-9);
        expect(value).toBeLessThanOrEqual(total.high.value + 1e-9);
      }),
    );
  });
});

describe('the scorecard in force', () => {
  const of = (
    id: string,
    whose: { role?: string; personId?: string },
    validFrom: string,
    validTo: string | null = null,
  ) => ({
    id,
    role: whose.role ?? null,
    personId: whose.personId ?? null,
    validFrom,
    validTo,
  });
  const ann = { personId: 'ann', role: 'rep' };

  it('is one’s own before that of one’s role, and the one that began last', () => {
    const all = [
      of('1', { role: 'rep' }, '2026-01-01'),
      of('2', { role: 'rep' }, '2026-07-01'),
      of('3', { personId: 'ann' }, '2026-03-01', '2026-08-31'),
    ];
    expect(validOn(all, { ...ann, day: '2026-02-01' })?.id).toBe('1');
    expect(validOn(all, { ...ann, day: '2026-08-31' })?.id).toBe('3');
    expect(validOn(all, { ...ann, day: '2026-09-01' })?.id).toBe('2');
    expect(validOn(all, { ...ann, personId: 'ben', day: '2026-08-01' })?.id).toBe('2');
    expect(validOn(all, { ...ann, day: '2025-12-31' })).toBeNull();
    expect(validOn(all, { ...ann, role: 'manager', personId: 'max', day: '2026-08-01' })).toBeNull();
  });

  it('of two of the same person or role, both on a day, is a contradiction that is seen', () => {
    const first = of('1', { role: 'rep' }, '2026-01-01', '2026-06-30');
    expect(overlap(first, of('2', { role: 'rep' }, '2026-07-01'))).toBe(false);
    expect(overlap(first, of('2', { role: 'rep' }, '2026-06-30'))).toBe(true);
    expect(overlap(first, of('2', { role: 'manager' }, '2026-06-30'))).toBe(false);
    expect(overlap(first, first)).toBe(false);
  });
});
