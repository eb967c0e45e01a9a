import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { feasibleBy } from './feasible.ts';
import { type PathStep, schedulePath } from './schedule.ts';

const start = toDay('2026-01-05');

describe('S4 a path within weekly hours', () => {
  const step = (id: string, hours: number, ...after: string[]): PathStep => ({ id, hours, after });
  const path = [step('x', 4), step('y', 6, 'x'), step('z', 3, 'y')];

  it('has dates, and the chain that decides its end', () => {
    const made = schedulePath(path, { start, hoursPerWeek: 5 });
    if (made.status !== 'ok') throw new Error('it fits');
    expect(made.steps.map(({ id, from, to }) => [id, toIso(from), toIso(to)])).toEqual([
      ['x', '2026-01-05', '2026-01-08'],
      ['y', '2026-01-09', '2026-01-16'],
      ['z', '2026-01-19', '2026-01-21'],
    ]);
    expect(made.chain).toEqual(['x', 'y', 'z']);
  });

  it('says how many hours a week would do', () => {
    const due = toDay('2026-01-31');
    expect(feasibleBy(path, { start, hoursPerWeek: 2 }, due)).toEqual({
      status: 'late',
      finish: toDay('2026-02-18'),
      hoursPerWeek: 3.3,
    });
    expect(feasibleBy(path, { start, hoursPerWeek: 3.3 }, due)).toMatchObject({ status: 'ok' });
    expect(feasibleBy(path, { start, hoursPerWeek: 3.2 }, due)).toMatchObject({ status: 'late' });
  });

  it('lets a week of leave pass', () => {
    const made = schedulePath([step('x', 6)], { start, hoursPerWeek: 5, shares: [1, 0] });
    expect(made.status === 'ok' && toIso(made.finish)).toBe('2026-01-19');
  });

  it('goes to the session that can be reached, and says when none is left', () => {
    const live: PathStep = { id: 'live', hours: 2, after: ['x'], sessions: [toDay('2026-01-07'), toDay('2026-01-20')] };
    const made = schedulePath([step('x', 4), live, step('other', 5)], { start, hoursPerWeek: 5 });
    if (made.status !== 'ok') throw new Error('it fits');
    expect(made.steps.find(({ id }) => id === 'live')).toMatchObject({ from: toDay('2026-01-20') });
    expect(made.chain).toContain('live');
    const late = { ...live, sessions: [toDay('2026-01-06')] };
    expect(schedulePath([step('x', 4), late], { start, hoursPerWeek: 5 })).toEqual({
      status: 'never',
      steps: ['live'],
    });
    expect(feasibleBy([step('x', 40), late], { start, hoursPerWeek: 5 }, toDay('2026-12-31'))).toEqual({
      status: 'late',
      finish: null,
      hoursPerWeek: null,
    });
  });

  it('answers a circle, and no hours', () => {
    expect(schedulePath([step('a', 1, 'b'), step('b', 1, 'a')], { start, hoursPerWeek: 5 }).status).toBe('cycle');
    expect(schedulePath(path, { start, hoursPerWeek: 0 })).toEqual({ status: 'never', steps: ['x', 'y', 'z'] });
    expect(schedulePath([], { start, hoursPerWeek: 0 })).toMatchObject({ status: 'ok', finish: start, chain: [] });
  });

  it('takes nothing before what it needs, never ends later with more hours, and spends no more than there are', () => {
    const anyPath = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.array(fc.nat(7), { maxLength: 2 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyPath, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 40 }), (rows, tenths, more) => {
        const steps = rows.map(([hours, needed], at) =>
          step(`s${at}`, hours, ...new Set(needed.filter((one) => one < at).map((one) => `s${one}`))),
        );
        const made = schedulePath(steps, { start, hoursPerWeek: tenths / 10 });
        const faster = schedulePath(steps, { start, hoursPerWeek: (tenths + more) / 10 });
        if (made.status === 'never') return;
        if (made.status !== 'ok' || faster.status !== 'ok') throw new Error('more hours fit as well');
        expect(faster.finish).toBeLessThanOrEqual(made.finish);
        const at = new Map(made.steps.map((one) => [one.id, one]));
        for (const { id, after } of steps)
          for (const one of after) expect(at.get(id)?.from).toBeGreaterThanOrEqual(at.get(one)?.to ?? 0);
        const total = steps.reduce((sum, { hours }) => sum + hours, 0);
        const weeks = Math.floor((made.finish - start) / 7) + 1;
        expect(total).toBeLessThanOrEqual((weeks * tenths) / 10 + 1e-6);
        for (const { slackDays } of made.steps) expect(slackDays).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });
});
