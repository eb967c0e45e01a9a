import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AVERAGE_BASS, bass, bassMonthShares, bassPeak } from './bass.ts';

const anyModel = fc.record({
  innovation: fc.double({ min: 0.001, max: 0.2, noNaN: true }),
  imitation: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('a product without a past', () => {
  it('sells most 6.19 years after launch, when 46 percent have bought', () => {
    const { years, share } = bassPeak(AVERAGE_BASS);
    expect(years).toBeCloseTo(6.192619197703112, 12);
    expect(share).toBeCloseTo(0.4605263157894737, 12);
  });

  it('sells most at once when nobody imitates', () => {
    expect(bassPeak({ innovation: 0.1, imitation: 0.05 })).toEqual({ years: 0, share: 0 });
  });

  it('sells nothing before its launch and everything in the end', () => {
    expect(bass(AVERAGE_BASS, -1)).toBe(0);
    expect(bass(AVERAGE_BASS, 100)).toBeCloseTo(1, 12);
    expect(bassMonthShares(AVERAGE_BASS, -1)).toBeNull();
  });

  it('launched in July has empty months before, and growing ones after', () => {
    const shares = bassMonthShares(AVERAGE_BASS, -0.5) ?? [];
    expect(shares.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(shares.slice(6)).toEqual(shares.slice(6).toSorted((a, b) => a - b));
  });

  it('is refused without any pull of its own', () => {
    expect(() => bass({ innovation: 0, imitation: 0.3 }, 1)).toThrow(RangeError);
    expect(() => bassPeak({ innovation: 0.1, imitation: -1 })).toThrow(RangeError);
  });

  it('is bought by ever more, and its month shares sum to one', () => {
    fc.assert(
      fc.property(anyModel, fc.double({ min: 0, max: 15, noNaN: true }), (model, years) => {
        expect(bass(model, years + 0.1)).toBeGreaterThanOrEqual(bass(model, years));
        const shares = bassMonthShares(model, years) ?? [1];
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        expect(shares.every((share) => share >= 0)).toBe(true);
      }),
    );
  });

  it('sells most where the curve is steepest', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { years } = bassPeak(model);
        fc.pre(years > 0.2);
        const sold = (from: number): number => bass(model, from + 0.1) - bass(model, from);
        expect(sold(years - 0.05)).toBeGreaterThanOrEqual(sold(years + 0.05));
        expect(sold(years - 0.05)).toBeGreaterThanOrEqual(sold(years - 0.15));
      }),
    );
  });
});
