import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { promisePeriods, type VisitCadence } from './cadence.ts';
import { callResponse, firstJudgement } from './call-response.ts';
import { nextVisit } from './next-visit.ts';

const response = callResponse(firstJudgement);
const today = toDay('2026-03-16');
const twiceAMonth: VisitCadence = { count: 2, per: 'month' };

describe('the next visit of a promise (rule 3)', () => {
  it('is asked for while fewer are done and planned than were promised, by what the response rises with it', () => {
    const none = nextVisit(twiceAMonth, { done: [], planned: [] }, response, { today });
    expect(none).toMatchObject({ perYear: 12, line: { asked: 2, unmet: 2 }, responseWithout: 0.6 });
    const done = { done: [toDay('2026-03-03')], planned: [] };
    const one = nextVisit(twiceAMonth, done, response, { today });
    expect(one).toMatchObject({ line: { done: 1, unmet: 1 }, responseWith: 1 });
    expect(one?.responseWithout).toBe(none?.responseWith);
    // Planned for a day that has passed and not done: it is not planned any more.
    const missed = { ...done, planned: [toDay('2026-03-13')] };
    expect(nextVisit(twiceAMonth, missed, response, { today })).toEqual(one);
  });

  it('is none when the promise is kept, planned, or holds from a later day on', () => {
    const visits = { done: [toDay('2026-03-03')], planned: [toDay('2026-03-30')] };
    expect(nextVisit(twiceAMonth, visits, response, { today })).toBeNull();
    expect(
      nextVisit(twiceAMonth, { done: [], planned: [] }, response, { today, since: toDay('2026-04-01') }),
    ).toBeNull();
    expect(nextVisit({ count: 0, per: 'week' }, { done: [], planned: [] }, response, { today })).toBeNull();
  });

  it('asks for no more after a visit more, and never costs the response anything', () => {
    const day = fc.integer({ min: today - 40, max: today + 40 });
    const days = fc.array(day, { maxLength: 8 });
    const promise = fc.record({ count: fc.integer({ min: 1, max: 5 }), per: fc.constantFrom(...promisePeriods) });
    fc.assert(
      fc.property(promise, days, days, day, (cadence, done, planned, more) => {
        const before = nextVisit(cadence, { done, planned }, response, { today });
        const after = nextVisit(cadence, { done: [...done, more], planned }, response, { today });
        if (before !== null) expect(before.responseWith).toBeGreaterThanOrEqual(before.responseWithout);
        expect(after?.line.unmet ?? 0).toBeLessThanOrEqual(before?.line.unmet ?? 0);
        if (after !== null) expect(after.line.period.last).toBeGreaterThanOrEqual(today);
      }),
    );
  });
});
