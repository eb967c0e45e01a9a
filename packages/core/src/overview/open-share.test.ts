import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openShare } from './open-share.ts';

const deal = (amount: number, probability: number) => ({ amount, squares: amount ** 2, probability });
const deals = [deal(100_00, 0.5), deal(300_00, 0.25)];

it('says whether what is open is enough for what is left to win', () => {
  expect(openShare(deals, 200_00)).toMatchObject({ open: 400_00, ratio: 2, signal: 'watch' });
  expect(openShare(deals, 125_00).signal).toBe('good');
  expect(openShare(deals, 500_00).signal).toBe('bad');
  expect(openShare(deals, 0)).toMatchObject({ ratio: null, signal: 'good' });
  expect(openShare(deals, null)).toMatchObject({ open: 400_00, ratio: null, signal: null });
  expect(() => openShare([deal(1, 1.1)], 1)).toThrow(RangeError);
});

it('expects no less than nothing and no more than all of it', () => {
  const drawn = fc
    .tuple(fc.integer({ min: 0, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([amount, chance]) => deal(amount, chance));
  fc.assert(
    fc.property(fc.array(drawn), fc.integer({ min: 1, max: 1e9 }), (some, rest) => {
      const { open, interval } = openShare(some, rest);
      expect(interval?.low).toBeGreaterThanOrEqual(0);
      expect(interval?.high).toBeLessThanOrEqual(open / rest + 1e-9);
    }),
  );
});
