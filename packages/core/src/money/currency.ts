/** ISO 4217 alphabetic code, e.g. `EUR`. */
export type CurrencyCode = string;

/**
 * Minor-unit exponents that differ from 2 (ISO 4217, list one, active currencies and funds). Iceland's and Korea's
 * minor units are out of use and count 0; Mauritania and Madagascar divide by five but are listed with 2.
 */
const exponents: Readonly<Record<string, number>> = {
  ...withExponent(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'),
  ...withExponent(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...withExponent(4, 'CLF UYW'),
};

/**
 * How many decimal places a currency's minor unit has: JPY 0, EUR 2, KWD 3. Codes outside the table of exceptions have
 * 2. Throws RangeError when the code is not three capital letters.
 */
export function currencyExponent(code: CurrencyCode): number {
  if (!/^[A-Z]{3}$/.test(code)) throw new RangeError(`A currency is three capital letters (ISO 4217); got "${code}".`);
  return exponents[code] ?? 2;
}

function withExponent(exponent: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, exponent]));
}
