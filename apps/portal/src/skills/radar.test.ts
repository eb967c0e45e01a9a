import { describe, expect, it } from 'vitest';
import { directionOf, shapeOf } from './radar.ts';

describe('a radar of levels', () => {
  it('begins at the top and goes round clockwise', () => {
    expect(shapeOf([5, 5, 5, 5], 100)).toBe('M0.00 -100.00L100.00 0.00L0.00 100.00L-100.00 0.00Z');
    expect(directionOf(0, 3).y).toBe(-1);
  });

  it('leaves out what nobody knows, and draws what is known to be nothing in the middle', () => {
    expect(shapeOf([5, null, 0, 5], 100)).toBe('M0.00 -100.00L0.00 0.00L-100.00 0.00Z');
    expect(shapeOf([null, null], 100)).toBe('');
  });
});
