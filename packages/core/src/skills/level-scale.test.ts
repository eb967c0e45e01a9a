import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelOfScale } from './level-scale.ts';

describe('a level of another scale', () => {
  it('becomes the nearest of ours', () => {
    expect([2, 4, 6].map((level) => levelOfScale(level, 7))).toEqual([1, 3, 4]);
    expect([0, 1, 5].map((level) => levelOfScale(level, 5))).toEqual([0, 1, 5]);
  });

  it('keeps the order of levels and the ends of the scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(100), fc.nat(100), (most, one, other) => {
        const [low, high] = [Math.min(one, other) % (most + 1), Math.max(one, other) % (most + 1)].sort(
          (a, b) => a - b,
        );
        expect(levelOfScale(low as number, most)).toBeLessThanOrEqual(levelOfScale(high as number, most));
        expect([levelOfScale(0, most), levelOfScale(most, most)]).toEqual([0, 5]);
      }),
    );
  });

  it.each([
    [8, 7],
    [-1, 7],
    [1, 0],
    [Number.NaN, 7],
  ])('refuses %d of %d', (level, most) => {
    expect(() => levelOfScale(level, most)).toThrow(RangeError);
  });
});
