import { describe, expect, it } from 'vitest';
import { isDrillDue, isFired, weightOf } from './trigger.ts';

describe('R2 a risk', () => {
  it('fires beyond its threshold, and never on what nobody knows', () => {
    const below = { fires: 'below', threshold: 0.8 } as const;
    expect([isFired(below, 0.79), isFired(below, 0.8), isFired(below, null)]).toEqual([true, false, false]);
    const above = { fires: 'above', threshold: 100 } as const;
    expect([isFired(above, 101), isFired(above, 100), isFired(above, null)]).toEqual([true, false, false]);
  });

  it('weighs its likelihood times its impact', () => {
    expect(weightOf({ likelihood: 4, impact: 5 })).toBe(20);
    expect(() => weightOf({ likelihood: 0, impact: 5 })).toThrow(RangeError);
  });

  it('is rehearsed once a year', () => {
    expect([null, 365, 366].map(isDrillDue)).toEqual([true, false, true]);
  });
});
