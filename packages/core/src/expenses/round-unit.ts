import { type CurrencyCode, currencyExponent } from '../money/currency.ts';

/**
 * The amount whose multiples count as round, in minor units: a hundred of the currency's main unit, ten thousand where there is no minor
 * one (yen, won). Throws RangeError when the code is no currency code.
 */
export function roundUnitOf(currency: CurrencyCode): number {
  const exponent = currencyExponent(currency);
  return exponent === 0 ? 10_000 : 100 * 10 ** exponent;
}
