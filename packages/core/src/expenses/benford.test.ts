import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benford, benfordOf } from './benford.ts';

describe("Benford's law", () => {
  it('is graded by the mean deviation; χ² misleads in a large set', () => {
    const found = benford([11449, 6943, 4464, 3435, 2825, 2381, 1882, 1716, 2810]);
    expect(found).toMatchObject({ status: 'ok', n: 37_905, grade: 'acceptable' });
    if (found.status === 'ok') {
      expect(found.mad).toBeCloseTo(0.0081, 4);
      expect(found.chi2).toBeCloseTo(800.1, 1);
    }
  });

  it('says nothing of fewer than 300 amounts, or of amounts of one size', () => {
    expect(benford([100, 50, 40, 30, 29, 20, 15, 10, 5])).toEqual({ status: 'insufficientData', n: 299 });
    expect(benfordOf(Array.from({ length: 400 }, (_, at) => 100 + at))).toEqual({ status: 'narrowRange', n: 400 });
    const grown = Array.from({ length: 1000 }, (_, at) => Math.round(100 * 10 ** (at / 250)));
    expect(benfordOf(grown)).toMatchObject({ status: 'ok', grade: 'close' });
    expect(() => benfordOf([0])).toThrow(RangeError);
    expect(() => benford([1, 2])).toThrow(RangeError);
  });

  it('by law does not depend on how often each amount stands, only on the shares', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 40, max: 500 }), { minLength: 9, maxLength: 9 }),
        fc.integer({ min: 2, max: 50 }),
        (counts, times) => {
          const [one, many] = [benford(counts), benford(counts.map((count) => count * times))];
          if (one.status !== 'ok' || many.status !== 'ok') throw new Error('enough amounts');
          expect(many.mad).toBeCloseTo(one.mad, 12);
          expect(many.chi2 / (one.chi2 * times)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
