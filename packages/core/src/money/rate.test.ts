import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { convert } from './exchange.ts';
import { convertAt, isRate, normalRate } from './rate.ts';

describe('a rate as text', () => {
  test.each([
    ['1.50', '1.5'],
    ['01.0', '1'],
    ['0.0000000001', '0.0000000001'],
    ['7', '7'],
  ])('%s is written %s', (text, normal) => expect(normalRate(text)).toBe(normal));

  test.each(['', '0', '0.00', '-1', '1,5', '1.', '.5', '1e3', '1.00000000001', '12345678901'])(
    '"%s" is none',
    (text) => {
      expect(isRate(text)).toBe(false);
      expect(() => normalRate(text)).toThrow(RangeError);
    },
  );
});

describe('an amount at a rate', () => {
  it('makes 75 BRL of 50 USD at 1.5, and 100 BRL of 50 EUR at 2', () => {
    expect(convertAt(50_00, '1.5', { from: 'USD', to: 'BRL' })).toBe(75_00);
    expect(convertAt(50_00, '2', { from: 'EUR', to: 'BRL' })).toBe(100_00);
  });

  it('keeps the places of each currency: yen have none, dinars three', () => {
    expect(convertAt(10_00, '160.5', { from: 'EUR', to: 'JPY' })).toBe(1605);
    expect(convertAt(1605, '0.00625', { from: 'JPY', to: 'EUR' })).toBe(10_03);
    expect(convertAt(1_00, '0.3', { from: 'USD', to: 'KWD' })).toBe(300);
  });

  it('goes from one foreign currency to another by way of the third: 60 USD at 1.5 are 45 EUR at 2', () => {
    expect(convertAt(60_00, '1.5', { from: 'USD', to: 'EUR', per: '2' })).toBe(45_00);
    expect(convertAt(1, '1', { from: 'USD', to: 'EUR', per: '2' })).toBe(1);
  });

  it('rounds halves away from zero, where a double would fall short of the half', () => {
    expect(convertAt(100, '1.005', { from: 'USD', to: 'EUR' })).toBe(101);
    expect(convertAt(-100, '1.005', { from: 'USD', to: 'EUR' })).toBe(-101);
    expect(Math.round(convert(100, 1.005))).toBe(100);
  });

  it('leaves the unknown unknown, and refuses what it cannot keep exactly', () => {
    expect(convertAt(null, '2', { from: 'USD', to: 'EUR' })).toBeNull();
    expect(() => convertAt(9e15, '2', { from: 'USD', to: 'EUR' })).toThrow(RangeError);
    expect(() => convertAt(0.5, '2', { from: 'USD', to: 'EUR' })).toThrow(RangeError);
    expect(() => convertAt(1, '0', { from: 'USD', to: 'EUR' })).toThrow(RangeError);
  });

  const minor = fc.integer({ min: -1e9, max: 1e9 });
  const rate = fc.tuple(fc.nat(9999), fc.integer({ min: 1, max: 999_999 })).map(([a, b]) => `${a}.${b}`);
  it('is odd: what takes a sale back is the opposite of the sale, and zero is never minus zero', () =>
    fc.assert(
      fc.property(minor, rate, (amount, text) => {
        const pair = { from: 'USD', to: 'EUR' };
        const back = convertAt(0 - amount, text, pair);
        expect(back + convertAt(amount, text, pair)).toBe(0);
        expect(Object.is(convertAt(0, text, pair), -0)).toBe(false);
      }),
    ));

  it('is within half a unit of the exact product', () =>
    fc.assert(
      fc.property(minor, rate, (amount, text) => {
        const exact = convert(amount, Number(text));
        expect(Math.abs(convertAt(amount, text, { from: 'USD', to: 'EUR' }) - exact)).toBeLessThanOrEqual(0.51);
      }),
    ));
});
