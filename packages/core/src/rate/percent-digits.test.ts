import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentDigits } from './percent-digits.ts';

describe('digits of a percentage', () => {
  it.each([
    [0.996, 0, [], 1],
    [0.9996, 1, [], 2],
    [1.004, 0, [], 1],
    [1, 0, [], 0],
    [0.1 + 0.2 + 0.7, 0, [], 0],
    [0.004, 0, [], 1],
    [0, 0, [], 0],
    [-0.0004, 1, [], 2],
    [0.87, 0, [], 0],
    [0.9004, 1, [0.9], 2],
    [0.9, 1, [0.9], 1],
    [0.305, 0, [0.305], 1],
  ])('%d with %i and the bounds %j: %i', (ratio, digits, bounds, needed) => {
    expect(percentDigits(ratio, digits, bounds)).toBe(needed);
  });

  it('by law keeps a ratio on its side of every bound', () => {
    const share = fc.integer({ min: -20_000, max: 20_000 }).map((bp) => bp / 10_000);
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.integer({ min: 0, max: 3 }),
        fc.array(share),
        (ratio, digits, bounds) => {
          const told = Number((ratio * 100).toFixed(percentDigits(ratio, digits, bounds))) / 100;
          for (const bound of [0, 1, ...bounds]) {
            if (ratio > bound) expect(told).toBeGreaterThanOrEqual(bound - 1e-9);
            if (ratio < bound) expect(told).toBeLessThanOrEqual(bound + 1e-9);
            if (Math.abs(ratio - bound) > 1e-8) expect(Math.abs(told - bound)).toBeGreaterThan(1e-10);
          }
        },
      ),
    );
  });
});
