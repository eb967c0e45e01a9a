import type { TileView } from '@milepost/contract/overview';

/** A trend as the points of a line in a box of 100 × 30; what is not known breaks the line. */
export function trendLines(trend: TileView['trend']): string[] {
  const known = trend.flatMap(({ value }) => value ?? []);
  if (known.length < 2) return [];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const x = (at: number) => (100 * at) / (trend.length - 1);
  const y = (value: number) => (most === least ? 15 : 28 - (26 * (value - least)) / (most - least));
  const lines: string[][] = [[]];
  for (const [at, { value }] of trend.entries()) {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push(`${x(at).toFixed(1)},${y(value).toFixed(1)}`);
  }
  return lines.filter((points) => points.length > 1).map((points) => points.join(' '));
}
