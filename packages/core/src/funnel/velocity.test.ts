import { describe, expect, it } from 'vitest';
import { levers, velocity } from './velocity.ts';

describe('velocity and its levers', () => {
  const flow = { count: 40, size: 50_000_00, winRate: 0.25, days: 100 };
  it('rises by a quarter when the cycle is a fifth shorter', () => {
    expect(velocity({ ...flow, days: 80 }) / velocity(flow)).toBeCloseTo(1.25, 12);
    const found = levers(flow, velocity(flow) * 1.25);
    expect(found.map(({ kind, change }) => [kind, Math.round(change * 1e6) / 1e6])).toEqual([
      ['count', 0.25],
      ['size', 0.25],
      ['winRate', 0.25],
      ['days', -0.2],
    ]);
  });
  it('has no lever where the velocity suffices, and none that is a win rate above one', () => {
    expect(levers(flow, velocity(flow))).toEqual([]);
    expect(levers({ ...flow, count: 0 }, 1)).toEqual([]);
    expect(levers(flow, velocity(flow) * 5).find(({ kind }) => kind === 'winRate')?.value).toBeNull();
    expect(() => velocity({ ...flow, days: 0 })).toThrow(RangeError);
  });
});
