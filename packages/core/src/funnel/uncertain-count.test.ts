import { describe, expect, it } from 'vitest';
import { chanceOfAll, type FunnelStep } from './funnel-step.ts';
import { uncertainCount } from './uncertain-count.ts';

const step = (id: string, rate: number): FunnelStep => ({ id, rate, evidence: 100, days: null, hours: null });

describe('a chance of several rates', () => {
  it('has the mean of their product, and is less sure than any of them', () => {
    const { a, b } = chanceOfAll([step('x', 0.5), step('y', 0.4)]) ?? { a: 0, b: 0 };
    expect(a / (a + b)).toBeCloseTo(0.2, 12);
    const spread = (p: number, evidence: number) => Math.sqrt((1 - p) / (p * (evidence + 1)));
    expect(spread(0.2, a + b)).toBeGreaterThan(spread(0.4, 100));
    // 1 + the square of the relative spread is what multiplies.
    expect(1 + spread(0.2, a + b) ** 2).toBeCloseTo((1 + spread(0.5, 100) ** 2) * (1 + spread(0.4, 100) ** 2), 12);
  });
  it('with 1,001 successes is close to what the sum says of 1,000', () => {
    const chance = { a: 30, b: 70 };
    const [sum, quantile] = [uncertainCount(1000, chance, 0.9), uncertainCount(1001, chance, 0.9)];
    expect((quantile ?? 0) / (sum ?? 1)).toBeCloseTo(1.001, 2);
  });
  it('that is next to nothing has no safe count, and is refused when it cannot be', () => {
    expect(uncertainCount(1, { a: 0.01, b: 10 }, 0.99)).toBeNull();
    expect(() => uncertainCount(1, { a: 0, b: 1 }, 0.9)).toThrow(RangeError);
    expect(() => uncertainCount(0.5, { a: 1, b: 1 }, 0.9)).toThrow(RangeError);
  });
});
