import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/civil-day.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import type { WorkingHours } from '../calendar/working-hours.ts';
import { deadlineOf, type EscalationLevel, escalationOf } from './escalation.ts';
import { deedsOf, isStanding, issueDeeds, issueStates, stepOf } from './life-cycle.ts';

const hours: WorkingHours = { ...MONDAY_TO_FRIDAY, startMinute: 540, endMinute: 1020 };
const at = (day: string, hour: number) => ({ day: toDay(day), minute: hour * 60 });
const raiser = { isRaiser: true, isSolver: false };
const solver = { isRaiser: false, isSolver: true };

describe('K4 the life of an issue', () => {
  it('is raised, taken on and solved by the other department', () => {
    expect(stepOf('open', 'accept', solver)).toEqual({ status: 'ok', state: 'accepted' });
    expect(stepOf('accepted', 'resolve', solver)).toEqual({ status: 'ok', state: 'resolved' });
    expect(deedsOf('open', solver)).toEqual(['accept', 'bounce']);
  });

  it('comes back with a reason, and goes out again', () => {
    expect(stepOf('accepted', 'bounce', solver)).toEqual({ status: 'ok', state: 'bounced' });
    expect(deedsOf('bounced', raiser)).toEqual(['resend', 'withdraw']);
    expect(deedsOf('bounced', solver)).toEqual([]);
  });

  it('is opened again by who raised it, and is nobody else’s to withdraw', () => {
    expect(stepOf('resolved', 'reopen', raiser)).toEqual({ status: 'ok', state: 'open' });
    expect(stepOf('open', 'withdraw', solver)).toEqual({ status: 'not-yours' });
    expect(stepOf('open', 'resolve', solver)).toEqual({ status: 'wrong-state' });
    expect(issueStates.filter((state) => !isStanding(state))).toEqual(['resolved', 'withdrawn']);
  });

  it('by law lets a bystander do nothing', () => {
    for (const state of issueStates) expect(deedsOf(state, { isRaiser: false, isSolver: false })).toEqual([]);
    expect(
      issueDeeds.every((deed) =>
        issueStates.some((state) => stepOf(state, deed, { isRaiser: true, isSolver: true }).status === 'ok'),
      ),
    ).toBe(true);
  });
});

describe('K4 what nobody answers goes up', () => {
  const raised = at('2026-03-13', 16);
  const due = deadlineOf(raised, 8, hours);
  const of = (state: (typeof issueStates)[number], now: ReturnType<typeof at>, level: EscalationLevel = 0) =>
    escalationOf({ state, raised, due, level }, now, hours);

  it('to who leads the department after half of its working time, the weekend not counted', () => {
    expect(due).toEqual(at('2026-03-16', 16));
    expect(of('open', at('2026-03-15', 12))).toBe(0);
    expect(of('open', at('2026-03-16', 11))).toBe(0);
    expect(of('open', at('2026-03-16', 12))).toBe(1);
    expect(of('accepted', at('2026-03-16', 12))).toBe(0);
  });

  it('is late from its deadline on, and goes to the administrators after twice its time', () => {
    expect(of('accepted', at('2026-03-16', 16))).toBe(0);
    expect(of('accepted', at('2026-03-16', 17))).toBe(1);
    expect(of('accepted', at('2026-03-17', 16))).toBe(2);
  });

  it('goes nowhere while it waits for who raised it', () => {
    expect(of('bounced', at('2026-03-30', 12))).toBe(0);
    expect(of('resolved', at('2026-03-30', 12), 1)).toBe(1);
  });

  it('by law never comes down as time goes on', () => {
    const times = fc.record({ day: fc.integer({ min: raised.day, max: raised.day + 30 }), minute: fc.nat(1439) });
    fc.assert(
      fc.property(times, fc.nat(5000), fc.constantFrom(...issueStates), (now, later, state) => {
        const minute = now.minute + later;
        const after = { day: now.day + Math.floor(minute / 1440), minute: minute % 1440 };
        expect(of(state, after)).toBeGreaterThanOrEqual(of(state, now));
      }),
    );
  });
});
