import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf } from '../special/normal.ts';
import { netPromoter, netPromoterChange, topTwo } from './satisfaction.ts';

const answers = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors });

describe('K3 would they recommend us', () => {
  it('comes with its interval', () => {
    // The publisher takes 1.96 for the normal quantile.
    const score = netPromoter(answers(291, 476, 395), { confidence: 2 * normalCdf(1.96) - 1 });
    expect(score?.score).toBeCloseTo(-8.95008606, 8);
    expect((score?.high ?? 0) - (score?.score ?? 0)).toBeCloseTo(4.38778598, 6);
    expect(netPromoter(answers(0, 0, 0))).toBeNull();
  });

  it('is not certain because all agree', () => {
    expect(netPromoter(answers(6, 0, 0))).toEqual({ score: 100, low: 100, high: 100, count: 6 });
    const adjusted = netPromoter(answers(6, 0, 0), { adjusted: true });
    expect(adjusted?.low).toBeLessThan(90);
    expect(adjusted?.score).toBe(100);
  });

  it('says whether a change is more than noise, and how many answers would tell', () => {
    const noise = netPromoterChange(answers(30, 40, 30), answers(28, 40, 32));
    expect(noise).toMatchObject({ isNoise: true });
    expect(noise?.answersNeeded).toBeGreaterThan(1000);
    expect(netPromoterChange(answers(100, 100, 300), answers(300, 100, 100))).toMatchObject({
      isNoise: false,
      answersNeeded: 0,
    });
    expect(netPromoterChange(answers(0, 0, 0), answers(1, 0, 0))).toBeNull();
  });

  it('turns its sign when promoters and detractors change places, and narrows with more of the same', () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, count, (p, n, d) => {
        const own = netPromoter(answers(p, n, d));
        if (!own) return;
        expect(netPromoter(answers(d, n, p))?.score).toBeCloseTo(-own.score, 9);
        expect(Math.abs(own.score)).toBeLessThanOrEqual(100);
        const more = netPromoter(answers(4 * p, 4 * n, 4 * d));
        expect((more?.high ?? 0) - (more?.low ?? 0)).toBeLessThanOrEqual(own.high - own.low + 1e-9);
      }),
    );
  });
});

describe('K3 how many are satisfied', () => {
  it('counts the two highest boxes', () => {
    const satisfied = topTwo([1, 2, 3, 10, 4]);
    expect(satisfied).toMatchObject({ num: 14, den: 20 });
    expect(satisfied?.interval.low).toBeCloseTo(0.481, 3);
    expect(topTwo([0, 0, 0])).toBeNull();
    expect(() => topTwo([1, 2])).toThrow(RangeError);
  });
});
