import { normalQuantile } from '../special/normal.ts';

/** How often something happened in as many days before and after a change. */
export type BeforeAfter = { readonly before: number; readonly after: number };

export type Effect = {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** `noise` while the interval holds no change at all: then nobody knows whether it did anything. */
  readonly verdict: 'more' | 'less' | 'noise';
};

/**
 * What changed after an adjustment, with the interval of the difference of two counts (each by chance varies by itself: Poisson, so the
 * variances add up to before + after; half a count more on each side, so that none before and after is not certain). It says that
 * something changed, never by what.
 * @throws RangeError for counts that are none
 */
export function effectOf({ before, after }: BeforeAfter, confidence = 0.95): Effect {
  if (![before, after].every((count) => Number.isInteger(count) && count >= 0)) throw new RangeError('Counts, please.');
  if (!(confidence > 0 && confidence < 1)) throw new RangeError('Confidence lies between 0 and 1.');
  const difference = after - before;
  const half = normalQuantile((1 + confidence) / 2) * Math.sqrt(before + after + 1);
  const [low, high] = [difference - half, difference + half];
  return { difference, low, high, verdict: low > 0 ? 'more' : high < 0 ? 'less' : 'noise' };
}
