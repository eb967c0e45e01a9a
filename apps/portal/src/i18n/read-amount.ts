import { toMinor } from '@milepost/core/money/minor';

/**
 * Reads an amount typed or pasted, in the writing of the organisation: `83,333.34`, `83.333,34`, `1 200`, `2.5k`, `3m`.
 * Null when it is none: nothing is made 0.
 */
export function readAmount(
  text: string,
  { decimalMark, exponent }: { decimalMark: '.' | ','; exponent: number },
): number | null {
  const group = decimalMark === '.' ? ',' : '.';
  const match = /^([-−]?)([\d.,\s'’]+)\s*([kKmM万萬]?)$/u.exec(
    text
      .trim()
      .replace(/\p{Sc}/gu, '')
      .trim(),
  );
  if (!match) return null;
  const [, sign = '', digits = '', unit = ''] = match;
  const plain = digits
    .replaceAll(group, '')
    .replace(/[\s'’]/gu, '')
    .replace(decimalMark, '.');
  if (!/^\d+(\.\d*)?$/.test(plain)) return null;
  const shift = { k: 3, K: 3, m: 6, M: 6, 万: 4, 萬: 4 }[unit] ?? 0;
  const [whole = '0', part = ''] = plain.split('.');
  const moved = part.padEnd(shift, '0');
  const decimal = `${whole}${moved.slice(0, shift)}.${moved.slice(shift) || '0'}`;
  return toMinor(`${sign ? '-' : ''}${decimal}`, exponent).minor;
}

/** A block copied from a spreadsheet: rows by line, cells by tab. A last empty line is the copy's own. */
export const readPasted = (text: string): string[][] =>
  text
    .replace(/\r/g, '')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
