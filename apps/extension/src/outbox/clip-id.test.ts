import { describe, expect, it } from 'vitest';
import { clipIdOf, newClipId } from './clip-id.ts';

describe('clip ids', () => {
  it('are the UUIDv7 of RFC 9562, appendix A.6', () => {
    // 2022-02-22T19:22:22.000Z, rand_a CC3, rand_b 18C4DC0C0C07398F.
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(clipIdOf({ nowMs: 0x017f22e279b0, random })).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('are never given twice and follow the clock', () => {
    const ids = Array.from({ length: 1000 }, newClipId);
    expect(new Set(ids).size).toBe(1000);
    const random = new Uint8Array(10);
    expect(clipIdOf({ nowMs: 1, random }) < clipIdOf({ nowMs: 2, random })).toBe(true);
  });

  it('refuse a time that does not fit', () => {
    expect(() => clipIdOf({ nowMs: -1, random: new Uint8Array(10) })).toThrow(RangeError);
    expect(() => clipIdOf({ nowMs: 1, random: new Uint8Array(9) })).toThrow(RangeError);
  });
});
