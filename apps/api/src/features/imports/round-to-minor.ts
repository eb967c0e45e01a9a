import { shiftDecimal } from '@milepost/core/imports/decimal-text';

/**
 * A decimal text in minor units of a currency with `places`, half away from zero: `1219.085` with 2 places is 121909.
 * Works on the text, so no binary fraction is in between. `isRounded` tells whether anything was cut off.
 */
export function roundToMinor(decimal: string, places: number): { minor: number; isRounded: boolean } {
  const [whole = '0', fraction = ''] = shiftDecimal(decimal, places).split('.');
  const size = Number(whole.replace('-', '')) + (fraction >= '5' ? 1 : 0);
  return { minor: size === 0 ? 0 : whole.startsWith('-') ? -size : size, isRounded: fraction !== '' };
}
