import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, fxEffect, totalIn } from './exchange.ts';

describe('amounts in several currencies', () => {
  const rates = { USD: 1.5, EUR: 2 };

  it('50 dollars and 50 euros are 175 reais at 1.5 and 2', () => {
    const amounts = [
      { minor: 50_00, currency: 'USD' },
      { minor: 50_00, currency: 'EUR' },
    ];
    expect(totalIn('BRL', amounts, rates)).toEqual({ status: 'ok', minor: 175_00 });
  });

  it('have no total while a rate is missing, and the missing ones are named', () => {
    const amounts = ['USD', 'SEK', 'GBP', 'SEK'].map((currency) => ({ minor: 100, currency }));
    expect(totalIn('BRL', amounts, rates)).toEqual({ status: 'missingRate', currencies: ['GBP', 'SEK'] });
  });

  it('need no rate when they are all in the wanted currency', () => {
    expect(totalIn('CNY', [{ minor: 7, currency: 'CNY' }])).toEqual({ status: 'ok', minor: 7 });
    expect(totalIn('CNY', [])).toEqual({ status: 'ok', minor: 0 });
  });

  it('respect the places of each currency: 10 euros at 165.3 are 1,653 yen', () => {
    expect(convert(10_00, 165.3, -2)).toBeCloseTo(1653, 9);
    expect(totalIn('JPY', [{ minor: 10_00, currency: 'EUR' }], { EUR: 165.3 })).toEqual({ status: 'ok', minor: 1653 });
  });

  it('have the same total in whatever order they are given', () => {
    const amount = fc.record({ minor: fc.integer(), currency: fc.constantFrom('BRL', 'USD', 'EUR') });
    fc.assert(
      fc.property(fc.array(amount), (amounts) => {
        const forward = totalIn('BRL', amounts, rates);
        const backward = totalIn('BRL', amounts.toReversed(), rates);
        expect(backward).toEqual(forward);
      }),
    );
  });
});

describe('the effect of exchange rates', () => {
  it('is what the same local sales gain when the rate moves from 7.0 to 7.2', () => {
    expect(fxEffect([100_00, 50_00], { plan: 7, actual: 7.2 })).toBe(30_00);
  });

  it('is nothing when the rate stays', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.double({ min: 0.01, max: 1000, noNaN: true }), (local, rate) => {
        expect(fxEffect(local, { plan: rate, actual: rate })).toBe(0);
      }),
    );
  });

  it('is refused for a rate that is no price', () => {
    expect(() => fxEffect([1], { plan: 0, actual: 1 })).toThrow(RangeError);
    expect(() => convert(1, Number.NaN)).toThrow(RangeError);
  });
});
