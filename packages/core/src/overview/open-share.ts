import { normalQuantile } from '../special/normal.ts';

/** Open deals of one chance (0–1) to be won: what they are worth in minor units, and the sum of the squares of that. */
export type OpenOpportunities = { readonly amount: number; readonly squares: number; readonly probability: number };
export type OpenShare = {
  /** Minor units, all open deals together. */
  readonly open: number;
  /** Open ÷ what is still to win; null where nothing is, or nobody knows. */
  readonly ratio: number | null;
  /** What the deals are likely to bring ÷ what is still to win. */
  readonly interval: { readonly low: number; readonly high: number; readonly conf: number } | null;
  /** `good`: what they weigh is enough. `watch`: enough only if nearly all are won. `bad`: not even then. */
  readonly signal: 'good' | 'watch' | 'bad' | null;
};

/**
 * Whether the open pipeline is enough for what is left to win. Deals are won or not on their own: what comes of them has the mean Σ p·a
 * and the variance Σ p(1 − p)·a², and never leaves 0 to all of them.
 * @param rest target less what was won, minor units; null without a target
 */
export function openShare(deals: readonly OpenOpportunities[], rest: number | null, conf = 0.8): OpenShare {
  let [open, weighted, variance] = [0, 0, 0];
  for (const { amount, squares, probability: p } of deals) {
    if (!(p >= 0 && p <= 1)) throw new RangeError('A chance lies between 0 and 1.');
    open += amount;
    weighted += amount * p;
    variance += squares * p * (1 - p);
  }
  if (rest === null) return { open, ratio: null, interval: null, signal: null };
  if (rest <= 0) return { open, ratio: null, interval: null, signal: 'good' };
  const half = normalQuantile((1 + conf) / 2) * Math.sqrt(variance);
  const low = Math.max(0, weighted - half) / rest;
  const high = Math.min(open, weighted + half) / rest;
  const signal = weighted >= rest ? 'good' : open >= rest ? 'watch' : 'bad';
  return { open, ratio: open / rest, interval: { low, high, conf }, signal };
}
