import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDay, toIso } from '../calendar/civil-day.ts';
import { MONDAY_TO_FRIDAY } from '../calendar/workdays.ts';
import { safeCount } from '../pacing/safe-count.ts';
import { backSolve, type GapAsk, weeksLeft } from './back-solve.ts';
import type { FunnelStep } from './funnel-step.ts';
import { uncertainCount } from './uncertain-count.ts';
import { hoursPerWin, whatGives } from './what-gives.ts';
import { supposing } from './what-if.ts';

const step = (id: string, rate: number | null, more: Partial<FunnelStep> = {}): FunnelStep => ({
  id,
  rate,
  evidence: 100,
  days: 10,
  hours: 2,
  ...more,
});
const threeSteps = [step('leads', 0.4), step('visits', 0.5), step('proposals', 0.25)];
const ask = (more: Partial<GapAsk> = {}): GapAsk => ({
  gap: 1_200_000_00,
  size: 40_000_00,
  steps: threeSteps,
  today: toDay('2026-01-01'),
  end: toDay('2026-12-31'),
  calendar: MONDAY_TO_FRIDAY,
  ...more,
});
const counts = (given: GapAsk) => backSolve(given).needs.map(({ count }) => count);

describe('from a gap to the work', () => {
  it('of 1,200,000 at 40,000 is 30 wins, 120 proposals, 240 visits and 600 leads, 13.1 leads in each of 46 weeks', () => {
    const solved = backSolve(ask());
    expect(solved.wins).toBe(30);
    expect(solved.needs.map(({ id, count }) => [id, count])).toEqual([
      ['leads', 600],
      ['visits', 240],
      ['proposals', 120],
    ]);
    const start = toDay('2026-01-05');
    const noLag = threeSteps.map((one) => ({ ...one, days: 0 }));
    const { needs, weeks } = backSolve(ask({ steps: noLag, today: start, end: start + 46 * 7 - 1 }));
    expect(weeks).toHaveLength(46);
    expect(Math.ceil((needs[0]?.perWeek ?? 0) * 10) / 10).toBe(13.1);
  });

  it('of what a weighted pipeline leaves open: 600,000 − 350,000 is 5 wins and 20 new opportunities', () => {
    const solved = backSolve(ask({ gap: 600_000_00 - 350_000_00, size: 50_000_00, steps: [step('new', 0.25)] }));
    expect([solved.wins, solved.needs[0]?.count]).toEqual([5, 20]);
    expect(solved.needs[0]?.safe).toBeGreaterThanOrEqual(30);
  });

  it('asks for 30, not 20, to be 90 % sure when the rate is certain', () => {
    const certain = [step('new', 0.25, { evidence: Number.POSITIVE_INFINITY })];
    const [need] = backSolve(ask({ gap: 5, size: 1, steps: certain })).needs;
    expect([need?.count, need?.safe]).toEqual([20, 30]);
  });

  it('tells the last day to start each stage, and from where it can still come', () => {
    const { needs, reachableFrom, status } = backSolve(ask({ today: toDay('2026-12-08') }));
    expect(needs.map(({ lastStart }) => lastStart && toIso(lastStart))).toEqual([
      '2026-12-01',
      '2026-12-11',
      '2026-12-21',
    ]);
    expect(needs.map(({ isReachable }) => isReachable)).toEqual([false, true, true]);
    expect(reachableFrom).toBe('visits');
    expect(needs[0]).toMatchObject({ perWeek: null, byWeek: [0, 0, 0, 0] });
    expect(status).toBe('ok');
    expect(backSolve(ask({ today: toDay('2026-12-28') }))).toMatchObject({
      status: 'unreachable',
      reachableFrom: null,
    });
  });

  it('says what it cannot know', () => {
    const solved = backSolve(ask({ steps: [step('leads', null), step('visits', 0.5, { days: null })] }));
    expect(solved.status).toBe('insufficientData');
    expect(solved.needs.map(({ count, lastStart, isReachable }) => [count, lastStart, isReachable])).toEqual([
      [null, null, null],
      [60, null, null],
    ]);
    expect(counts(ask({ steps: [step('leads', 0)] }))).toEqual([null]);
  });

  it('takes the whole way where a step of it is unknown', () => {
    const steps = [
      step('leads', 0.4),
      step('first', 0.5, { days: null, daysToWin: 90 }),
      step('second', 0.5, { days: null }),
    ];
    const { needs } = backSolve(ask({ steps: supposing(steps, { cycle: 0.5 }) }));
    expect(needs.map(({ lastStart }) => lastStart && toDay('2026-12-31') - lastStart)).toEqual([50, 45, null]);
  });

  it('of nothing is nothing', () => {
    for (const gap of [0, -5]) {
      const solved = backSolve(ask({ gap }));
      expect(solved).toMatchObject({ status: 'met', wins: 0 });
      expect(solved.needs.map(({ count, safe }) => [count, safe])).toEqual([
        [0, 0],
        [0, 0],
        [0, 0],
      ]);
    }
  });

  it('refuses what cannot be', () => {
    for (const wrong of [{ size: 0 }, { gap: Number.NaN }, { confidence: 1 }, { steps: [step('x', 1.2)] }])
      expect(() => backSolve(ask(wrong))).toThrow(RangeError);
  });
});

describe('laws of the funnel', () => {
  const rate = fc.double({ min: 0.05, max: 0.95, noNaN: true });
  const anyStep = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    rate,
    evidence: fc.double({ min: 2, max: 500, noNaN: true }),
    days: fc.integer({ min: 0, max: 60 }),
    hours: fc.integer({ min: 0, max: 9 }),
  });
  const anySteps = fc.array(anyStep, { minLength: 1, maxLength: 3 });
  const gap = fc.integer({ min: 1, max: 20_000 });
  const size = fc.integer({ min: 1000, max: 5000 });

  it('more gap, a smaller win or a lower rate never ask for less work', () => {
    fc.assert(
      fc.property(
        anySteps,
        gap,
        gap,
        size,
        size,
        fc.double({ min: 1, max: 1.5, noNaN: true }),
        (steps, a, b, s, t, better) => {
          const first = (given: Partial<GapAsk>) => counts(ask({ steps, ...given }))[0] as number;
          expect(first({ gap: Math.max(a, b), size: s })).toBeGreaterThanOrEqual(
            first({ gap: Math.min(a, b), size: s }),
          );
          expect(first({ gap: a, size: Math.min(s, t) })).toBeGreaterThanOrEqual(
            first({ gap: a, size: Math.max(s, t) }),
          );
          const raised = steps.map((one) => ({ ...one, rate: Math.min(1, one.rate * better) }));
          expect(first({ gap: a, size: s, steps: raised })).toBeLessThanOrEqual(first({ gap: a, size: s }));
        },
      ),
    );
  });

  it('a safe count is never below the plain one, and grows with the confidence', () => {
    fc.assert(
      fc.property(anySteps, gap, size, (steps, missing, each) => {
        const at = (confidence: number) => backSolve(ask({ steps, gap: missing, size: each, confidence })).needs;
        const [half, sure] = [at(0.5), at(0.9)];
        for (const [place, need] of sure.entries()) {
          expect(need.safe ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(need.count ?? 0);
          expect(need.safe ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(half[place]?.safe ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('the weeks hold what the stage needs, whole and to the unit', () => {
    fc.assert(
      fc.property(anySteps, gap, size, (steps, missing, each) => {
        for (const need of backSolve(ask({ steps, gap: missing, size: each })).needs)
          if (need.isReachable) expect(need.byWeek.reduce((sum, one) => sum + one, 0)).toBe(need.count);
      }),
      { numRuns: 60 },
    );
  });

  it('an uncertain chance asks for no fewer tries than a certain one that is not near 1, and for as many in the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), rate, (k, p) => {
        const certain = safeCount(k, p, 0.9);
        const at = (evidence: number) => uncertainCount(k, { a: p * evidence, b: (1 - p) * evidence }, 0.9);
        // Near certainty doubt can help: two of two at 0.9474 is 0.8976, and 0.9000 where the chance is drawn from Beta(19, 1).
        if (p <= 0.8) expect(at(20) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(certain);
        expect(Math.abs((at(1e7) ?? Number.POSITIVE_INFINITY) - certain)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('hours that suffice are asked for by no relaxation, and each relaxation suffices', () => {
    fc.assert(
      fc.property(anySteps, gap, size, fc.integer({ min: 0, max: 400 }), (steps, missing, each, had) => {
        const fit = whatGives({ gap: missing, size: each, steps, had, weeks: 20 });
        if (fit.status !== 'over') {
          expect(fit.relaxations).toEqual([]);
          return;
        }
        const fits = (more: object) => whatGives({ gap: missing, size: each, steps, had, weeks: 20, ...more }).status;
        for (const { kind, value } of fit.relaxations) {
          if (value === null) continue;
          if (kind === 'hours') expect(fits({ had: had + value + 1e-6 })).toBe('fits');
          if (kind === 'target') expect(fits({ gap: missing - value })).toBe('fits');
          if (kind === 'size') expect(fits({ size: value })).toBe('fits');
          if (kind === 'winRate') expect(fits({ steps: supposing(steps, { winRate: value }) })).toBe('fits');
          if (kind === 'time') expect(fits({ had: had + (value * had) / 20 + 1e-6 })).toBe('fits');
        }
      }),
    );
  });

  it('to suppose what is changes nothing, and what is supposed comes out', () => {
    fc.assert(
      fc.property(anySteps, rate, (steps, wished) => {
        const product = (some: readonly FunnelStep[]) => some.reduce((all, one) => all * (one.rate ?? 0), 1);
        expect(supposing(steps, {})).toEqual(steps);
        expect(product(supposing(steps, { winRate: wished }))).toBeCloseTo(wished, 9);
      }),
    );
  });
});

it('hours of a win count all who must pass each stage', () => {
  expect(hoursPerWin([step('a', 0.5, { hours: 1 }), step('b', 0.25, { hours: 2 })])).toBe(1 / 0.125 + 2 / 0.25);
  expect(hoursPerWin([step('a', 0.5, { hours: null })])).toBeNull();
  expect(whatGives({ gap: 10, size: 1, steps: [step('a', 0.5, { hours: null })], had: 5, weeks: 2 })).toMatchObject({
    status: 'unknown',
    unsaid: ['a'],
  });
});

it('weeks are cut on Mondays', () => {
  const weeks = weeksLeft(toDay('2026-03-18'), toDay('2026-03-31'), MONDAY_TO_FRIDAY);
  expect(weeks.map(({ first, last, workdays }) => [toIso(first), toIso(last), workdays])).toEqual([
    ['2026-03-18', '2026-03-22', 3],
    ['2026-03-23', '2026-03-29', 5],
    ['2026-03-30', '2026-03-31', 2],
  ]);
});
