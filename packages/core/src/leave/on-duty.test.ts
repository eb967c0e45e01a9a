import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, toDay } from '../calendar/civil-day.ts';
import { absenceAround, dutyDay, type Line, onDuty } from './on-duty.ts';

const absences = (away: Readonly<Record<string, readonly [from: string, to: string]>>) => ({
  isAway: (id: string, day: Day) => {
    const span = away[id];
    return span !== undefined && day >= toDay(span[0]) && day <= toDay(span[1]);
  },
});
const ab: Line = { ownerId: 'a', backupId: 'b', next: ['c', 'd'] };
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 }))
    .map(([first, more]) => ({ first, last: first + more })),
  { maxLength: 8 },
);

describe('who is on duty', () => {
  it('away from 1 to 14 August: a task of the 5th is for B, of the 15th for A again', () => {
    const away = absences({ a: ['2026-08-01', '2026-08-14'] });
    const workerOn = (day: string) => onDuty(ab, toDay(day), away);
    expect(workerOn('2026-07-31')).toEqual({ as: 'owner', personId: 'a' });
    expect(workerOn('2026-08-05')).toEqual({ as: 'backup', personId: 'b' });
    expect(workerOn('2026-08-14')).toEqual({ as: 'backup', personId: 'b' });
    expect(workerOn('2026-08-15')).toEqual({ as: 'owner', personId: 'a' });
  });

  it('is the next of the line while B is away too, and nobody where nobody is left', () => {
    const both = { a: ['2026-08-01', '2026-08-14'], b: ['2026-08-10', '2026-08-11'] } as const;
    expect(onDuty(ab, toDay('2026-08-10'), absences(both))).toEqual({ as: 'next', personId: 'c' });
    expect(onDuty({ ...ab, backupId: null }, toDay('2026-08-05'), absences(both))).toEqual({
      as: 'next',
      personId: 'c',
    });
    expect(onDuty({ ...ab, next: [] }, toDay('2026-08-10'), absences(both))).toEqual({ as: 'nobody', personId: null });
    expect(onDuty({ ownerId: null, backupId: null, next: [] }, toDay('2026-08-10'), absences({}))).toMatchObject({
      as: 'nobody',
    });
  });

  it('is asked of the day a thing is due, and of today for what has no day or is late', () => {
    const today = toDay('2026-08-05');
    expect(dutyDay(toDay('2026-08-20'), today)).toBe(toDay('2026-08-20'));
    expect(dutyDay(toDay('2026-07-20'), today)).toBe(today);
    expect(dutyDay(null, today)).toBe(today);
  });

  it('is never somebody who is away, takes the first of the line who is there, and comes back by itself', () => {
    const people = ['a', 'b', 'c', 'd'];
    fc.assert(
      fc.property(fc.subarray(people), fc.integer({ min: 0, max: 100 }), (away, day) => {
        const found = onDuty(ab, day, { isAway: (id) => away.includes(id) });
        const there = people.filter((id) => !away.includes(id));
        expect(found.personId).toBe(there[0] ?? null);
        expect(onDuty(ab, day, { isAway: () => false })).toEqual({ as: 'owner', personId: 'a' });
      }),
    );
  });
});

describe('an absence', () => {
  it('is one where leaves touch', () => {
    const leaves = [
      { first: 20, last: 22 },
      { first: 5, last: 9 },
      { first: 10, last: 12 },
    ];
    expect(absenceAround(leaves, 11)).toEqual({ first: 5, last: 12 });
    expect(absenceAround(leaves, 13)).toBeNull();
    expect(absenceAround(leaves, 20)).toEqual({ first: 20, last: 22 });
    expect(() => absenceAround([{ first: 2, last: 1 }], 1)).toThrow(RangeError);
  });

  it('holds every day of it and none beside it', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 70 }), (leaves, day) => {
        const isOff = (one: number) => leaves.some(({ first, last }) => one >= first && one <= last);
        const found = absenceAround(leaves, day);
        expect(found !== null).toBe(isOff(day));
        if (!found) return;
        for (let one = found.first; one <= found.last; one += 1) expect(isOff(one)).toBe(true);
        expect(isOff(found.first - 1) || isOff(found.last + 1)).toBe(false);
      }),
    );
  });
});
