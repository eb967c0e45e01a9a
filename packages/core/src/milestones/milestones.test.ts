import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { derive, record, stored } from '../explain/derive.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { crediblePace } from '../pacing/pace.ts';
import { projectionByDays, projectionByPlan } from './projection.ts';
import { type CriterionState, criterionStatus, milestoneStatus } from './status.ts';

const day = toDay('2026-03-16');
const by = toDay('2026-03-31');
const money = (value: number) =>
  derive('sum', { rule: 'figures.revenue', unit: 'money' }, [record('credit', `${value}`, value, 'money')]);
const days = (value: number) => stored('calendar', 'q1', value, 'days');

describe('a criterion (T5)', () => {
  const state: CriterionState = { value: 600, atLeast: 1000, by, projected: 1100 };
  it('is on track or at risk by where it is headed, reached once it is there, missed when its day is over', () => {
    expect(criterionStatus(state, day)).toBe('on-track');
    expect(criterionStatus({ ...state, projected: 999 }, day)).toBe('at-risk');
    expect(criterionStatus({ ...state, value: 1000, projected: 0 }, day)).toBe('reached');
    expect(criterionStatus({ ...state, value: 999 }, by)).toBe('missed');
    expect(criterionStatus({ ...state, projected: null }, day)).toBe('unknown');
    expect(criterionStatus({ ...state, value: null }, by)).toBe('unknown');
    expect(() => criterionStatus({ ...state, projected: Number.NaN }, day)).toThrow(RangeError);
  });

  it('never gets worse by a larger value, nor better by asking more', () => {
    const rank = ['missed', 'at-risk', 'on-track', 'reached'];
    const number = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        number,
        number,
        number,
        number,
        fc.integer({ min: by - 3, max: by + 3 }),
        (a, b, ask, ahead, asOf) => {
          const at = (value: number, atLeast: number) =>
            rank.indexOf(criterionStatus({ value, atLeast, by, projected: value + ahead }, asOf));
          expect(at(Math.max(a, b), ask)).toBeGreaterThanOrEqual(at(Math.min(a, b), ask));
          expect(at(a, ask)).toBeGreaterThanOrEqual(at(a, ask + b));
        },
      ),
    );
  });
});

describe('a milestone', () => {
  it('is as good as its worst criterion', () => {
    expect(milestoneStatus(['reached', 'reached'])).toBe('reached');
    expect(milestoneStatus(['reached', 'on-track'])).toBe('on-track');
    expect(milestoneStatus(['reached', 'unknown', 'on-track'])).toBe('unknown');
    expect(milestoneStatus(['at-risk', 'unknown'])).toBe('at-risk');
    expect(milestoneStatus(['missed', 'at-risk'])).toBe('missed');
    expect(milestoneStatus([])).toBe('unknown');
  });
});

describe('a dated projection', () => {
  it('goes on at the credible pace where there is a plan', () => {
    const given = { actual: money(400_00), due: money(500_00), planned: money(1000_00), averageDeal: 10_00 };
    const why = projectionByPlan(given);
    const { multiplier } = crediblePace({ prior: 20, planned: 50, actual: 40, remaining: 50 });
    expect(why?.value).toBe(Math.round(400_00 + 500_00 * multiplier));
    expect(why && evaluate(why)).toBe(why?.value);
    expect(why && isConstant(why)).toBe(false);
    expect(projectionByPlan({ ...given, averageDeal: null })?.value).toBe(800_00);
    expect(projectionByPlan({ ...given, due: money(0), averageDeal: null })).toBeNull();
  });

  it('ends at what is there when nothing is left of the plan', () => {
    const actual = fc.integer({ min: -1000, max: 1_000_000 });
    fc.assert(
      fc.property(actual, fc.integer({ min: 1, max: 1_000_000 }), (sold, planned) => {
        const given = { actual: money(sold), due: money(planned), planned: money(planned), averageDeal: 100 };
        expect(projectionByPlan(given)?.value).toBe(sold);
      }),
    );
  });

  it('goes on as it went where there is none: 7 in 20 of 60 working days make 21', () => {
    expect(projectionByDays(money(7), { done: days(20), whole: days(60) })?.value).toBe(21);
    expect(projectionByDays(money(7), { done: days(0), whole: days(60) })).toBeNull();
  });
});
