/** Integer number of a currency's smallest units (cents, fen, yen); the currency is carried once, beside the numbers. */
export type Minor = number;

/**
 * Reads an amount written in plain form (`-1234.567`: digits, at most one point, no grouping) into minor units, rounded
 * half away from zero in decimal, so `1.005` becomes 101 cents. `rounded` tells whether digits other than zero were
 * given up.
 *
 * Throws RangeError when the text is not in plain form, when the exponent is no whole number from 0 to 9, and when the
 * amount is beyond the integers a double holds exactly.
 */
export function toMinor(amountText: string, exponent: number): { minor: Minor; rounded: boolean } {
  demandExponent(exponent);
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amountText);
  if (parts === null) throw new RangeError(`An amount is written like -1234.56; got "${amountText}".`);
  const [, sign, whole = '', fraction = ''] = parts;
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  const dropped = fraction.slice(exponent);
  const size = BigInt(whole + kept) + (dropped >= '5' ? 1n : 0n);
  const minor = Number(size);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`The amount ${amountText} is too large to be kept exactly.`);
  return { minor: sign === '-' ? 0 - minor : minor, rounded: /[1-9]/.test(dropped) };
}

/** Minor units as an amount in plain form, with all places of the currency: `toMajorText(-5, 2)` is `-0.05`. */
export function toMajorText(minor: Minor, exponent: number): string {
  demandExponent(exponent);
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Minor units are whole numbers; got ${minor}.`);
  const digits = `${Math.abs(minor)}`.padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  const amount = exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return minor < 0 ? `-${amount}` : amount;
}

function demandExponent(exponent: number): void {
  if (Number.isInteger(exponent) && exponent >= 0 && exponent <= 9) return;
  throw new RangeError(`A currency's exponent is a whole number from 0 to 9; got ${exponent}.`);
}
