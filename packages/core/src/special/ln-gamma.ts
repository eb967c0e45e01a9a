// Lanczos approximation with g = 7 and nine terms (coefficients of Paul Godfrey), relative error near 1e−15.
const LANCZOS_G = 7;
const LANCZOS_TERMS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** The natural logarithm of the gamma function for x > 0. Throws RangeError otherwise. */
export function lnGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`lnGamma is defined here for x above zero; got ${x}.`);
  // Reflection keeps the argument of the sum above one half.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const shifted = x - 1;
  let sum = LANCZOS_TERMS[0] as number;
  for (let index = 1; index < LANCZOS_TERMS.length; index += 1) {
    sum += (LANCZOS_TERMS[index] as number) / (shifted + index);
  }
  const t = shifted + LANCZOS_G + 0.5;
  return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(t) - t + Math.log(sum);
}

/**
 * How far ln Γ(x) lies above Stirling's formula, `ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π]`. For large x this difference
 * keeps the digits that subtracting two large logarithms would lose (asymptotic series from x = 10 on, error < 1e−12).
 */
export function stirlingCorrection(x: number): number {
  if (x < 10) return lnGamma(x) - ((x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI));
  const square = x * x;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / x;
}

/**
 * `ln ratio`, where `ratio = 1 + deviation`. Near 1 the deviation carries the digits, far from 1 the ratio does.
 */
export function lnRatio(ratio: number, deviation: number): number {
  return Math.abs(deviation) < 0.5 ? Math.log1p(deviation) : Math.log(ratio);
}
