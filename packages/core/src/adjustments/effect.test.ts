import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectOf } from './effect.ts';

describe('K5 what an adjustment did', () => {
  it('tells more and less only where chance does not', () => {
    expect(effectOf({ before: 4, after: 20 })).toMatchObject({ difference: 16, verdict: 'more' });
    expect(effectOf({ before: 20, after: 4 })).toMatchObject({ difference: -16, verdict: 'less' });
    expect(effectOf({ before: 4, after: 7 })).toMatchObject({ difference: 3, verdict: 'noise' });
  });

  it('is not certain because nothing happened', () => {
    const { low, high, verdict } = effectOf({ before: 0, after: 0 });
    expect(verdict).toBe('noise');
    expect(high).toBeCloseTo(1.96, 2);
    expect(low).toBeCloseTo(-1.96, 2);
  });

  it('refuses what is no count', () => {
    expect(() => effectOf({ before: -1, after: 0 })).toThrow(RangeError);
    expect(() => effectOf({ before: 1.5, after: 0 })).toThrow(RangeError);
    expect(() => effectOf({ before: 1, after: 0 }, 1)).toThrow(RangeError);
  });

  it('by law turns its sign when before and after change places', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (a, b) => {
        const [one, other] = [effectOf({ before: a, after: b }), effectOf({ before: b, after: a })];
        expect(one.difference).toBe(b - a);
        expect(one.low).toBeCloseTo(-other.high, 9);
        expect(one.low <= one.difference && one.difference <= one.high).toBe(true);
      }),
    );
  });
});
