import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import { evaluate, isConstant } from '../explain/why.ts';
import { idleness, whyMentorHours, whyMentorShare, whyProgress } from './mentorship.ts';

const day = toDay;
const step = (skillId: string, level: number, required: number, weight = 1) => ({
  ...{ skillId, name: skillId, level, required, weight },
});
const seen = (skillId: string, level: number) => ({ skillId, level, id: `of ${skillId}`, label: '2026-03-02' });

describe('S7 a pair over time', () => {
  it('case 25: is idle after more than so many days without a meeting', () => {
    const pair = { from: day('2026-01-01'), met: [day('2026-02-01')], after: 30 };
    expect(idleness(pair, day('2026-03-03'))).toEqual({ days: 30, isIdle: false });
    expect(idleness(pair, day('2026-03-04'))).toEqual({ days: 31, isIdle: true });
    expect(idleness({ ...pair, met: [] }, day('2026-02-01'))).toEqual({ days: 31, isIdle: true });
    expect(() => idleness({ ...pair, after: 0 }, day('2026-02-01'))).toThrow(RangeError);
  });

  it('loads its mentor: two pairs, fortnightly an hour and weekly half an hour, take 4 hours of 28 days', () => {
    const pairs = [
      { id: 'a', name: 'Ann', everyDays: 14, minutes: 60 },
      { id: 'b', name: 'Ben', everyDays: 7, minutes: 30 },
    ];
    const span = { first: day('2026-03-02'), last: day('2026-03-29') };
    const hours = whyMentorHours(pairs, span);
    expect(evaluate(hours)).toBe(4);
    const person = { id: 'm', name: 'Mia', fte: 1, startsOn: null, endsOn: null, ramp: [], hoursPerDay: 5, leaves: [] };
    const share = whyMentorShare(pairs, person, span, MONDAY_TO_FRIDAY);
    expect(share && evaluate(share)).toBe(0.04);
    expect(share && isConstant(share)).toBe(false);
    expect(whyMentorShare(pairs, { ...person, fte: 0 }, span, MONDAY_TO_FRIDAY)).toBeNull();
    expect(() => whyMentorHours([{ id: 'a', name: '', everyDays: 0, minutes: 60 }], span)).toThrow(RangeError);
  });

  it('progresses by what was gained of what was lacking', () => {
    const start = [step('closing', 1, 4, 2), step('calling', 2, 4), step('known', 3, 3)];
    const why = whyProgress(start, [seen('closing', 3), seen('calling', 1)]);
    // 2·2 − 1 of 2·3 + 2.
    expect(why && evaluate(why)).toBe(3 / 8);
    expect(whyProgress(start, [seen('closing', 5)])?.value).toBe(6 / 8);
    expect(whyProgress(start, [])).toBeNull();
    expect(whyProgress([step('known', 3, 3)], [seen('known', 4)])).toBeNull();
  });
});
