import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalAt, survivalQuantile, type Watched } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';

const times = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35];
const events = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0];
const treated = times.map((time, at): Watched => ({ time, isEvent: events[at] === 1 }));
const placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23].map(
  (time): Watched => ({ time, isEvent: true }),
);
const watched = fc.array(
  fc.record({ time: fc.integer({ min: 0, max: 50 }), isEvent: fc.boolean(), weight: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 30 },
);

describe('what is left of those who are watched', () => {
  it('of the 6-MP patients is the published curve, with a median of 23 weeks (Freireich 1963)', () => {
    const curve = kaplanMeier(treated);
    const rounded = Object.fromEntries(curve.map(({ time, survival }) => [time, Number(survival.toFixed(4))]));
    expect(rounded).toEqual({ 6: 0.8571, 7: 0.8067, 10: 0.7529, 13: 0.6902, 16: 0.6275, 22: 0.5378, 23: 0.4482 });
    expect(survivalQuantile(curve, 0.5)).toBe(23);
    expect(survivalQuantile(curve, 0.9)).toBeNull();
    expect([survivalAt(curve, 5), survivalAt(curve, 6)]).toEqual([1, curve[0]?.survival]);
  });

  it('is everything where nothing has happened', () => {
    expect(kaplanMeier([{ time: 3, isEvent: false }])).toEqual([]);
    expect(survivalQuantile([], 0.5)).toBeNull();
  });

  it('refuses times and weights that are none', () => {
    expect(() => kaplanMeier([{ time: -1, isEvent: true }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ time: 1, isEvent: true, weight: Number.NaN }])).toThrow(RangeError);
  });

  it('by law never rises, stays within 0 and 1, and without censoring is the plain share', () => {
    fc.assert(
      fc.property(watched, (cases) => {
        const levels = [1, ...kaplanMeier(cases).map(({ survival }) => survival)];
        expect(levels.every((level, at) => level >= 0 && level <= (levels[at - 1] ?? 1))).toBe(true);
        const closed = cases.map((one) => ({ ...one, isEvent: true }));
        const total = closed.reduce((sum, { weight }) => sum + weight, 0);
        for (const { time, survival } of kaplanMeier(closed)) {
          const left = closed.filter((one) => one.time > time).reduce((sum, { weight }) => sum + weight, 0);
          expect(survival).toBeCloseTo(left / total, 10);
        }
      }),
    );
  });

  it('by law does not depend on the order, nor on the unit of the weights', () => {
    fc.assert(
      fc.property(watched, (cases) => {
        const scaled = cases.toReversed().map((one) => ({ ...one, weight: one.weight * 100 }));
        const [a, b] = [kaplanMeier(cases), kaplanMeier(scaled)];
        expect(b.map(({ time }) => time)).toEqual(a.map(({ time }) => time));
        for (const [at, { survival }] of a.entries()) expect(b[at]?.survival).toBeCloseTo(survival, 10);
      }),
    );
  });
});

describe('two groups', () => {
  it('of the 6-MP trial differ by a chi-square of 16.793', () => {
    const test = logRank(treated, placebo);
    expect(test).toMatchObject({ status: 'ok', observed: 9 });
    if (test.status !== 'ok') return;
    expect(test.chi2).toBeCloseTo(16.79294099, 7);
    expect(test.expected).toBeCloseTo(19.25050095, 7);
    expect(test.p).toBeCloseTo(4.17e-5, 6);
  });

  it('without an event, or of which one is empty, tell nothing', () => {
    expect(logRank([{ time: 1, isEvent: false }], [{ time: 2, isEvent: false }])).toEqual({
      status: 'insufficientData',
    });
    expect(logRank([], placebo)).toEqual({ status: 'insufficientData' });
  });

  it('by law give the same answer whichever is named first', () => {
    fc.assert(
      fc.property(watched, watched, (a, b) => {
        const [there, back] = [logRank(a, b), logRank(b, a)];
        expect(back.status).toBe(there.status);
        if (there.status === 'ok' && back.status === 'ok') expect(back.chi2).toBeCloseTo(there.chi2, 8);
      }),
    );
  });
});
