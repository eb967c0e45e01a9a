import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grown, strategicDeficit, strategicServed, weeksWithout } from './strategic-share.ts';

describe('the protected share of strategic work', () => {
  it('gathers 15 % of each week, no more than two weeks of it, unless one task is longer', () => {
    const weeks = Array.from({ length: 4 }, () => ({ hours: 40, done: 0 }));
    expect(strategicDeficit(weeks, { share: 0.15, longestWaiting: 2 })).toBe(12);
    expect(strategicDeficit(weeks, { share: 0.15, longestWaiting: 20 })).toBe(20);
    expect(strategicDeficit([{ hours: 40, done: 4 }], { share: 0.15, longestWaiting: 2 })).toBe(2);
    expect(strategicDeficit([{ hours: 40, done: 9 }], { share: 0.15, longestWaiting: 2 })).toBe(0);
  });

  it('serves the head of the lane while it is covered, and lets nobody pass', () => {
    expect(strategicServed([3, 2, 4, 1], 6)).toEqual({ count: 2, left: 1 });
    expect(strategicServed([0.1, 0.2, 0.3], 0.6).count).toBe(3);
    expect(strategicServed([], 6)).toEqual({ count: 0, left: 6 });
  });

  it('gives four weeks of a backlog their share, less one task', () => {
    const anyHours = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 200, maxLength: 200 });
    fc.assert(
      fc.property(anyHours, fc.constantFrom(4, 6, 8), (backlog, weekly) => {
        let [deficit, at] = [0, 0];
        const served: number[] = [];
        for (let week = 0; week < 24 && at < backlog.length - 40; week += 1) {
          deficit = grown(deficit, weekly, Math.max(...backlog.slice(at)));
          const { count, left } = strategicServed(backlog.slice(at), deficit);
          served.push(backlog.slice(at, at + count).reduce((sum, one) => sum + one, 0));
          [deficit, at] = [left, at + count];
        }
        for (let from = 0; from + 4 <= served.length; from += 1) {
          const inFour = served.slice(from, from + 4).reduce((sum, one) => sum + one, 0);
          expect(inFour).toBeGreaterThanOrEqual(4 * weekly - 20);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts the whole weeks in which nothing of it was done', () => {
    const week = (done: number) => ({ hours: 40, done });
    expect(weeksWithout([week(0), week(3), week(0), week(0), week(0)])).toBe(2);
    expect(weeksWithout([week(0), week(0), week(1)])).toBe(2);
    expect(weeksWithout([week(2), week(0)])).toBe(0);
    expect(weeksWithout([])).toBe(0);
  });

  it('is refused for a share or hours that cannot be', () => {
    expect(() => strategicDeficit([], { share: 2, longestWaiting: 1 })).toThrow(RangeError);
    expect(() => strategicDeficit([{ hours: -1, done: 0 }], { share: 0.1, longestWaiting: 1 })).toThrow(RangeError);
  });
});
