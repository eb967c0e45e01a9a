import type { CurrencyCode } from './currency.ts';
import { currencyExponent } from './currency.ts';
import type { Minor } from './minor.ts';

/** An exchange rate as decimal text without needless zeros, e.g. `1.0935`: a double would lose digits that were stated. */
export type RateText = string;

/** Digits after the point that a rate may have. */
const RATE_PLACES = 10;

const written = /^(\d{1,10})(?:\.(\d{1,10}))?$/;

/** Is this text a rate: plain digits, up to ten on either side of the point, above zero? */
export function isRate(text: string): boolean {
  return written.test(text) && /[1-9]/.test(text);
}

/**
 * A rate in its one writing, so that two writings of one rate are equal: `01.50` → `1.5`.
 *
 * Throws RangeError when the text is no rate (see `isRate`).
 */
export function normalRate(text: string): RateText {
  if (!isRate(text)) throw new RangeError(`A rate is written like 1.0935, above zero; got "${text}".`);
  const [whole = '', fraction = ''] = text.split('.');
  const places = fraction.replace(/0+$/, '');
  const units = whole.replace(/^0+(?=\d)/, '');
  return places === '' ? units : `${units}.${places}`;
}

/**
 * Minor units of `from` in minor units of `to`, at the price of one major unit of `from` in `to`. Worked out in whole
 * numbers and rounded once, half away from zero: 50 USD at 1.5 are 75 BRL. Null (unknown) stays null. Where both prices are
 * known in a third currency only, `per` is the price of one major unit of `to` in it: the amount is `minor · rate ÷ per`.
 *
 * Throws RangeError when the text is no rate, when a code is no currency, and beyond the integers a double holds exactly.
 */
export function convertAt<M extends Minor | null>(
  minor: M,
  rate: RateText,
  { from, to, per = '1' }: { readonly from: CurrencyCode; readonly to: CurrencyCode; readonly per?: RateText },
): M {
  const shift = currencyExponent(to) - currencyExponent(from);
  const price = digitsOf(rate);
  const divisor = digitsOf(per);
  if (minor === null) return minor;
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Minor units are whole numbers; got ${minor}.`);
  const digits = price * 10n ** BigInt(Math.max(shift, 0));
  const unit = divisor * 10n ** BigInt(Math.max(-shift, 0));
  const size = BigInt(Math.abs(minor)) * digits;
  const rounded = Number((size * 2n + unit) / (unit * 2n));
  if (!Number.isSafeInteger(rounded)) throw new RangeError(`${minor} at ${rate} is too large to be kept exactly.`);
  return (minor < 0 ? 0 - rounded : rounded) as M;
}

/** A rate in units of its last place, 10^-10. */
function digitsOf(rate: RateText): bigint {
  const [whole = '', fraction = ''] = normalRate(rate).split('.');
  return BigInt(whole + fraction.padEnd(RATE_PLACES, '0'));
}
