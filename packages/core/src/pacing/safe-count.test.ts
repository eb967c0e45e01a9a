import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeCount } from './safe-count.ts';

describe('how many to try', () => {
  it.each([
    [1, 0.2, 0.9, 11],
    [5, 0.25, 0.9, 30],
    [5, 0.25, 0.5, 19],
    [10, 0.2, 0.8, 61],
    [0, 0.2, 0.9, 0],
  ])('%i wins at %d, %d sure, take %i', (wins, p, confidence, tries) => {
    expect(safeCount(wins, p, confidence)).toBe(tries);
  });

  it('refuses chances that are none', () => {
    expect(() => safeCount(1, 0, 0.9)).toThrow(RangeError);
    expect(() => safeCount(1, 0.5, 1)).toThrow(RangeError);
    expect(() => safeCount(1.5, 0.5, 0.9)).toThrow(RangeError);
  });

  it('by law is the fewest that is safe, as the binomial sum says', () => {
    const chance = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        chance,
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (k, p, sure) => {
          const tries = safeCount(k, p, sure);
          const atLeast = (n: number): number => {
            let [term, below] = [(1 - p) ** n, 0];
            for (let hits = 0; hits < k; hits += 1) {
              below += term;
              term *= ((n - hits) / (hits + 1)) * (p / (1 - p));
            }
            return 1 - below;
          };
          expect(atLeast(tries)).toBeGreaterThanOrEqual(sure - 1e-9);
          if (tries > k) expect(atLeast(tries - 1)).toBeLessThan(sure + 1e-9);
        },
      ),
    );
  });
});
