import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landing } from './landing.ts';
import { pastLandings } from './past-landings.ts';

describe('past landings', () => {
  it('of a business that is the same every year were right, and those of one that doubled were told late', () => {
    const steady = Array.from({ length: 36 }, (_, month) => 100 + (month % 12));
    expect(pastLandings(steady, 3, 10)).toHaveLength(13);
    for (const { projected, actual } of pastLandings(steady, 3, 10)) expect(projected).toBe(actual);
    const doubled = [...Array<number>(12).fill(1000), ...Array<number>(12).fill(2000)];
    const [early, late] = [1, 11].map((elapsed) => pastLandings(doubled, elapsed, 10)[0]?.projected ?? 0);
    expect(pastLandings(doubled, 1, 10)[0]?.actual).toBe(24_000);
    expect(early).toBeLessThan(late ?? 0);
    expect(late).toBeLessThanOrEqual(24_000);
  });

  it('make an interval that says so', () => {
    const past = pastLandings(
      Array.from({ length: 30 }, (_, month) => 1000 + 90 * (month % 7)),
      6,
      50,
    );
    expect(past).toHaveLength(7);
    const now = { actual: 6000, planToDate: 6100, rest: 6000, averageDeal: 50 };
    expect(landing(now, past)?.calibration).toEqual({ kind: 'calibrated', landings: 7 });
    expect(landing(now, past.slice(0, 3))?.calibration).toEqual({ kind: 'unverified' });
  });

  it('are none of a history shorter than two years, and months before the first sale do not count', () => {
    expect(pastLandings(Array<number>(23).fill(5), 2, 1)).toEqual([]);
    expect(pastLandings([0, 0, ...Array<number>(23).fill(5)], 2, 1)).toEqual([]);
    expect(pastLandings([], 0, 1)).toEqual([]);
    expect(pastLandings(Array<number>(24).fill(5), 2, null)).toEqual([]);
    expect(() => pastLandings([], 12, 1)).toThrow(RangeError);
  });

  it('by law do not depend on what came after the months elapsed, but for what came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 24, maxLength: 24 }),
        fc.integer({ min: 0, max: 11 }),
        fc.integer({ min: 1, max: 9000 }),
        (months, elapsed, other) => {
          const changed = months.map((amount, at) => (at >= 12 + elapsed ? other : amount));
          const [one, two] = [pastLandings(months, elapsed, 20)[0], pastLandings(changed, elapsed, 20)[0]];
          expect(two?.projected).toBe(one?.projected);
        },
      ),
    );
  });
});
