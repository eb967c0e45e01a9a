/** The share at the upper edge of the curve: room above the highest point, and never less than twice the mean. */
export function topOf(shares: readonly number[]): number {
  const mean = shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
  return Math.max(2 * mean, 1.15 * Math.max(...shares, 0)) || 1;
}

/** The share at a height of the curve, 0–1, to a tenth; below the ground it is nothing. */
export const pulledTo = (height: number, top: number): number => Math.max(0, Math.round(height * top * 10) / 10);

/** Ratios as typed percentages, to the hundredth. */
export const typedShares = (ratios: readonly number[], decimalMark: '.' | ','): string[] =>
  ratios.map((ratio) => String(Math.round(ratio * 10_000) / 100).replace('.', decimalMark));
