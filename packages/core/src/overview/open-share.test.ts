import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openShare } from './open-share.ts';

const deals = [
  { amount: 100_00, probability: 0.5 },
  { amount: 300_00, probability: 0.25 },
];

it('says whether what is open is enough for what is left to win', () => {
  expect(openShare(deals, 200_00)).toMatchObject({ open: 400_00, ratio: 2, signal: 'watch' });
  expect(openShare(deals, 125_00).signal).toBe('good');
  expect(openShare(deals, 500_00).signal).toBe('bad');
  expect(openShare(deals, 0)).toMatchObject({ ratio: null, signal: 'good' });
  expect(openShare(deals, null)).toMatchObject({ open: 400_00, ratio: null, signal: null });
  expect(() => openShare([{ amount: 1, probability: 1.1 }], 1)).toThrow(RangeError);
});

it('expects no less than nothing and no more than all of it', () => {
  const deal = fc.record({
    amount: fc.integer({ min: 0, max: 1e9 }),
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(deal), fc.integer({ min: 1, max: 1e9 }), (some, rest) => {
      const { open, interval } = openShare(some, rest);
      expect(interval?.low).toBeGreaterThanOrEqual(0);
      expect(interval?.high).toBeLessThanOrEqual(open / rest + 1e-9);
    }),
  );
});
