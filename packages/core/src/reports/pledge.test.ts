import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { pledgeStanding, pledgesKept } from './pledge.ts';

const friday = toDay('2026-03-20');
const sunday = friday + 2;

describe('a pledge', () => {
  it('that is still open at the end of its week is missed (case 28)', () => {
    const pledge = { dueOn: sunday, settled: null };
    expect(pledgeStanding(pledge, friday)).toBe('open');
    expect(pledgeStanding(pledge, sunday)).toBe('missed');
  });

  it('is kept or dropped from the day on which that was said', () => {
    const kept = { dueOn: sunday, settled: { as: 'kept', on: friday } } as const;
    expect([friday - 1, friday, sunday, sunday + 30].map((day) => pledgeStanding(kept, day))).toEqual([
      ...['open', 'kept', 'kept', 'kept'],
    ]);
    expect(pledgeStanding({ dueOn: sunday, settled: { as: 'dropped', on: friday } }, sunday)).toBe('dropped');
  });

  it('that was kept or dropped too late stays missed', () => {
    for (const as of ['kept', 'dropped'] as const)
      expect(pledgeStanding({ dueOn: sunday, settled: { as, on: sunday + 1 } }, sunday + 9)).toBe('missed');
  });

  it('is not judged otherwise later than it was at the end of its day', () => {
    const settled = fc.option(
      fc.record({ as: fc.constantFrom('kept' as const, 'dropped' as const), on: fc.integer({ min: 0, max: 40 }) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), settled, fc.integer({ min: 0, max: 40 }), (dueOn, said, later) => {
        const pledge = { dueOn, settled: said };
        expect(pledgeStanding(pledge, dueOn + later)).toBe(pledgeStanding(pledge, dueOn));
        expect(pledgeStanding(pledge, dueOn)).not.toBe('open');
      }),
    );
  });
});

describe('how many pledges were kept', () => {
  it('counts what was kept of what was judged, and leaves out what was dropped in time', () => {
    expect(pledgesKept(['kept', 'missed', 'dropped', 'open', 'kept'])).toEqual({ kept: 2, judged: 3 });
    expect(pledgesKept(['dropped'])).toEqual({ kept: 0, judged: 0 });
  });
});
