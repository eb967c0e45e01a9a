import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText, type Json } from './canonical-text.ts';

describe('the canonical text of a content', () => {
  it('does not depend on the order in which its keys were written', () => {
    const text = '{"amount":1e+21,"b":[null,true,"周报"],"name":"A \\"B\\""}';
    expect(canonicalText({ name: 'A "B"', b: [null, true, '周报'], amount: 1e21 })).toBe(text);
    expect(canonicalText({ amount: 1e21, b: [null, true, '周报'], name: 'A "B"', left: undefined })).toBe(text);
  });

  it('says what was said: read again it is the same, and its text is the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalText(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });

  it('refuses what is no number', () => {
    expect(() => canonicalText({ ratio: Number.NaN })).toThrow(RangeError);
  });
});
