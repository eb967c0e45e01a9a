import { fitSparse, logitOf } from './logistic.ts';
import { sparseRows } from './sparse-rows.ts';

/** How given log-odds are read: `intercept + slope · logit`. Reasons stay a sum. */
export type Platt = { readonly intercept: number; readonly slope: number };

/** What pulls towards leaving chances as they are: worth a few cases, so that few outcomes change little. */
const TOWARDS_AS_IT_IS = 4;

/**
 * The best rising line of steps through values in their order (pool adjacent violators): the least squares among sequences that never
 * fall. Give outcomes in the order of their chances to calibrate them.
 */
export function isotonic(values: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of values) {
    blocks.push({ sum: value, count: 1 });
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before;
      last = blocks.at(-1), before = blocks.at(-2)
    ) {
      if (before.sum * last.count <= last.sum * before.count) break;
      blocks.pop();
      before.sum += last.sum;
      before.count += last.count;
    }
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}

/**
 * Chances set right by a line through their log-odds (Platt 1999), drawn a little towards leaving them as they are. Throws RangeError on
 * chances that are not strictly between 0 and 1.
 */
export function platt(chances: readonly number[], outcomes: readonly number[]): Platt {
  const offsets = chances.map(logitOf);
  const { slopes } = fitSparse({
    rows: sparseRows(offsets.map((logit) => [logit])),
    outcomes,
    weights: new Float64Array(offsets.length).fill(1),
    ridges: [TOWARDS_AS_IT_IS],
    offsets,
  });
  return { intercept: slopes[0] as number, slope: 1 + (slopes[1] as number) };
}
