/**
 * A decimal number as text in its shortest plain form: `-?digits(.digits)?`, no needless zeros, no `-0`. Exact at any
 * length: text is only cut and joined, never calculated with.
 * Throws RangeError when the parts are not digits.
 */
export function decimalText(isNegative: boolean, whole: string, fraction: string): string {
  if (!/^\d*$/.test(whole + fraction))
    throw new RangeError(`A decimal number consists of digits; got "${whole}.${fraction}".`);
  const head = whole.replace(/^0+(?=\d)/, '') || '0';
  const tail = fraction.replace(/0+$/, '');
  const size = tail === '' ? head : `${head}.${tail}`;
  return isNegative && size !== '0' ? `-${size}` : size;
}

/**
 * Moves the decimal point: `shiftDecimal('1.2', 4)` is `12000`, `shiftDecimal('12.5', -2)` is `0.125`.
 * Throws RangeError when the text is no plain decimal number or the places are no whole number.
 */
export function shiftDecimal(text: string, places: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (parts === null) throw new RangeError(`A decimal number is written like -1234.56; got "${text}".`);
  if (!Number.isInteger(places)) throw new RangeError(`A decimal point moves by whole places; got ${places}.`);
  const [, sign, whole = '', fraction = ''] = parts;
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0').padEnd(Math.max(0, point), '0');
  return decimalText(sign === '-', padded.slice(0, Math.max(1, point)), padded.slice(Math.max(1, point)));
}
