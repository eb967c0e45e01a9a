import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityFall } from './activity-fall.ts';
import { type ChurnFacts, usualRule } from './alert.ts';
import { purchasesOf } from './customer-rhythm.ts';
import { healthOf, usualPoints } from './health.ts';
import { decideAlert } from './override.ts';
import { renewalChance } from './renewal-chance.ts';

const nothing: ChurnFacts = { alive: null, silence: null, renewal: null, activity: null };
const health = (some: Partial<ChurnFacts>) => healthOf({ ...nothing, ...some }, usualRule, usualPoints);

describe('R1 the health of a customer', () => {
  it('is 100 less what its causes take, of what they could', () => {
    expect(health({ alive: 1 })).toEqual({ score: 100, causes: [{ sign: 'alive', points: 0, most: 40 }] });
    expect(health({ alive: 0.5 })).toEqual({ score: 50, causes: [{ sign: 'alive', points: 20, most: 40 }] });
    // Alive with 6 %: 40 · (1 − ½ · 0.06 ÷ 0.5) = 37.6; fallen by 30 %: half of 15, rounded.
    expect(health({ alive: 0.06, activity: { fall: 0.3, isBelowLimits: true } })).toEqual({
      score: 100 - Math.round((100 * 46) / 55),
      causes: [
        { sign: 'alive', points: 38, most: 40 },
        { sign: 'activity', points: 8, most: 15 },
      ],
    });
  });

  it('is not known where nothing is known', () => {
    expect(health({})).toEqual({ score: null, causes: [] });
    expect(healthOf({ ...nothing, alive: 0.2 }, { ...usualRule, leastAlive: null }, usualPoints).score).toBeNull();
  });

  it('never rises when a chance falls', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (one, other, silence) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(health({ alive: low, silence }).score).toBeLessThanOrEqual(health({ alive: high, silence }).score ?? 0);
      }),
    );
  });
});

describe('R1 contact that fell', () => {
  it('is told beside what is usual, and only below the limits is it more than chance', () => {
    expect(activityFall([4, 5, 4, 5, 4, 5, 4, 5, 0])).toMatchObject({ fall: 1, isBelowLimits: true, mean: 4.5 });
    expect(activityFall([2, 9, 1, 8, 2, 9, 1, 8, 3])).toMatchObject({ fall: 0.4, isBelowLimits: false });
    expect(activityFall([4, 5, 4, 5, 0])).toBeNull();
    expect(activityFall([0, 0, 0, 0, 0, 0, 0, 0, 0])).toBeNull();
    expect(activityFall([0, 0, 0, 0, 0, 0, 1, 1, 0])).toBeNull();
    expect(() => activityFall([1.5])).toThrow(RangeError);
  });
});

describe('R1 the rhythm of one customer', () => {
  it('counts purchases of one day once, and nothing that comes later', () => {
    expect(purchasesOf([14, 0, 14, 35, 90], 42)).toEqual({ repeats: 2, recency: 5, age: 6 });
    expect(purchasesOf([7], 7)).toEqual({ repeats: 0, recency: 0, age: 0 });
    expect(purchasesOf([90], 42)).toBeNull();
  });
});

describe('R1 the chance that a contract is renewed', () => {
  const decided = (nth: number, renewed: number, ended: number) => [
    ...new Array(renewed).fill({ nth, isRenewed: true }),
    ...new Array(ended).fill({ nth, isRenewed: false }),
  ];

  it('rises with the renewals that it has behind it, and is not known of few', () => {
    const all = [...decided(1, 60, 40), ...decided(2, 48, 12), ...decided(3, 43, 5)];
    const [first, second] = [renewalChance(all, 1), renewalChance(all, 2)];
    expect(first?.chance).toBeCloseTo(0.6, 1);
    expect([first?.renewed, first?.decided]).toEqual([60, 100]);
    expect(second?.chance).toBeGreaterThan(first?.chance ?? 1);
    expect(renewalChance(decided(1, 5, 4), 1)).toBeNull();
    expect(renewalChance(decided(1, 12, 0), 5)).toMatchObject({ renewed: 12, decided: 12 });
  });

  it('lies in its own interval', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (renewed, ended) => {
        fc.pre(renewed + ended >= 10);
        const told = renewalChance(decided(1, renewed, ended), 1);
        expect(told?.chance).toBeGreaterThanOrEqual(told?.interval.low ?? 1);
        expect(told?.chance).toBeLessThanOrEqual(told?.interval.high ?? 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('R1 an override', () => {
  const closed = { isOpen: false, daysSinceClosed: null };
  const open = { isOpen: true, daysSinceClosed: null };
  const said = (verdict: 'safe' | 'danger') => ({
    override: { verdict, until: '2026-06-30' },
    today: '2026-06-30',
    isLost: false,
  });

  it('outlives what is reckoned every night until its day, and not longer', () => {
    const lost = { ...nothing, alive: 0.01 };
    expect(decideAlert(lost, usualRule, closed, said('safe'))).toEqual({ status: 'quiet' });
    expect(decideAlert(lost, usualRule, open, said('safe'))).toEqual({ status: 'close' });
    expect(decideAlert(lost, usualRule, closed, { ...said('safe'), today: '2026-07-01' }).status).toBe('open');
    expect(decideAlert({ ...nothing, alive: 0.99 }, usualRule, closed, said('danger')).status).toBe('open');
    expect(decideAlert({ ...nothing, alive: 0.99 }, usualRule, open, said('danger')).status).toBe('keep');
  });

  it('is not needed for a customer who has left: nobody is warned of that', () => {
    const gone = { override: null, today: '2026-06-30', isLost: true };
    expect(decideAlert({ ...nothing, alive: 0.01 }, usualRule, closed, gone).status).toBe('quiet');
    expect(decideAlert({ ...nothing, alive: 0.01 }, usualRule, open, gone).status).toBe('close');
  });
});
