import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyExponent } from './currency.ts';
import { toMajorText, toMinor } from './minor.ts';

describe('an amount read from text', () => {
  it.each([
    ['1234.56', 2, 123456, false],
    ['-1234.567', 2, -123457, true],
    ['1.005', 2, 101, true],
    ['-1.005', 2, -101, true],
    ['1.0049999999999999999999', 2, 100, true],
    ['0.30', 1, 3, false],
    ['100.000', 0, 100, false],
    ['99.5', 0, 100, true],
    ['12.3456', 3, 12346, true],
    ['7', 3, 7000, false],
    ['-0.001', 2, 0, true],
    ['-0', 2, 0, false],
    ['90071992547409.91', 2, 9007199254740991, false],
  ])('%s with %i places is %i minor units (rounded: %s)', (text, exponent, minor, rounded) => {
    expect(toMinor(text, exponent)).toEqual({ minor, rounded });
  });

  it.each(['', ' 1', '1,000.00', '1.234,50', '1test', '1.2.3', '.5', '5.', '1e3', '--1', '+1', 'NaN', '１２'])(
    'is refused when it is not a plain number: "%s"',
    (text) => {
      expect(() => toMinor(text, 2)).toThrow(RangeError);
    },
  );

  it('is refused when it cannot be kept to the cent', () => {
    expect(() => toMinor('90071992547409.92', 2)).toThrow(/too large/);
  });

  it('survives the way to text and back, whatever the currency', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 4 }), (minor, exponent) => {
        expect(toMinor(toMajorText(minor, exponent), exponent)).toEqual({ minor: minor + 0, rounded: false });
      }),
    );
  });

  it('is never further than half a minor unit from what was written, and mirrors its negative', () => {
    const digits = fc.stringMatching(/^\d{1,9}\.\d{1,9}$/);
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 4 }), (text, exponent) => {
        const { minor } = toMinor(text, exponent);
        const scale = 10n ** 9n;
        const [whole = '', fraction = ''] = text.split('.');
        const exact = BigInt(whole + fraction.padEnd(9, '0')) * 10n ** BigInt(exponent);
        const distance = BigInt(minor) * scale - exact;
        expect(2n * (distance < 0n ? -distance : distance)).toBeLessThanOrEqual(scale);
        expect(toMinor(`-${text}`, exponent).minor).toBe(0 - minor);
      }),
    );
  });
});

describe('an amount written out', () => {
  it.each([
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [1500, 0, '1500'],
    [1500, 3, '1.500'],
  ])('%i minor units with %i places are %s', (minor, exponent, text) => {
    expect(toMajorText(minor, exponent)).toBe(text);
  });

  it('is refused when it is not whole', () => {
    expect(() => toMajorText(0.5, 2)).toThrow(RangeError);
    expect(() => toMajorText(5, -1)).toThrow(RangeError);
  });
});

describe('the places of a currency', () => {
  it('are none for the yen, three for the Kuwaiti dinar and two for most', () => {
    expect(['JPY', 'KRW', 'VND', 'KWD', 'TND', 'CLF', 'CNY', 'EUR', 'USD'].map(currencyExponent)).toEqual([
      0, 0, 0, 3, 3, 4, 2, 2, 2,
    ]);
  });

  it('are asked for by a three-letter code', () => {
    expect(() => currencyExponent('eur')).toThrow(RangeError);
    expect(() => currencyExponent('constructor')).toThrow(RangeError);
  });
});
