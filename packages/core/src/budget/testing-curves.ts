import fc from 'fast-check';
import type { Curve } from './response.ts';

/** Any curve of which each unit returns less than the one before. */
export const concave: fc.Arbitrary<Curve> = fc.oneof(
  fc.record({
    kind: fc.constant('power' as const),
    scale: fc.double({ min: 0.1, max: 100, noNaN: true }),
    exponent: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('exponential' as const),
    ceiling: fc.double({ min: 10, max: 1e6, noNaN: true }),
    rate: fc.double({ min: 1e-5, max: 1e-2, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('hill' as const),
    ceiling: fc.double({ min: 10, max: 1e6, noNaN: true }),
    half: fc.double({ min: 10, max: 1e5, noNaN: true }),
    shape: fc.double({ min: 0.5, max: 1, noNaN: true }),
  }),
);
/** An S-shaped curve that a small budget can climb. */
export const steep: fc.Arbitrary<Curve> = fc.record({
  kind: fc.constant('hill' as const),
  ceiling: fc.integer({ min: 100, max: 1000 }),
  half: fc.integer({ min: 5, max: 60 }),
  shape: fc.double({ min: 1.5, max: 4, noNaN: true }),
});
