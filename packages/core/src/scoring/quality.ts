import { type Interval, wilson } from '../rate/wilson.ts';
import { demandOutcomes } from './logistic.ts';

/** A tenth of the scale: how many were given such a chance, what it was on average, and how many succeeded. */
export type ReliabilityBin = {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly successes: number;
  readonly meanPredicted: number;
  /** Of the share that succeeded (Wilson, 95 %). */
  readonly interval: Interval;
};

/** How good chances are that were given before the outcome was known. */
export type Quality = {
  readonly rows: number;
  readonly successes: number;
  /** Null where all ended the same way. */
  readonly auc: number | null;
  readonly brier: number;
  readonly logLoss: number;
  readonly ece: number;
  readonly lift: number | null;
};

/** Nothing is ever given as surer than this: a log loss is finite. */
const SUREST = 1e-4;
const LIFT_SHARE = 0.2;

/** Mean squared distance of chance and outcome (Brier 1950). Throws RangeError on unequal lengths, none at all and chances outside 0–1. */
export function brier(chances: readonly number[], outcomes: readonly number[]): number {
  demandPairs(chances, outcomes);
  return chances.reduce((sum, chance, at) => sum + (chance - (outcomes[at] as number)) ** 2, 0) / chances.length;
}

/** Mean of `−log` of the chance given to what happened, chances cut off at 0.0001 and 0.9999. Throws as `brier` does. */
export function logLoss(chances: readonly number[], outcomes: readonly number[]): number {
  demandPairs(chances, outcomes);
  return chances.reduce((sum, chance, at) => sum + lossOf(chance, outcomes[at] as number), 0) / chances.length;
}

/** What one chance costs once its outcome is known, as in `logLoss`. */
export function lossOf(chance: number, outcome: number): number {
  const kept = Math.min(1 - SUREST, Math.max(SUREST, chance));
  return -Math.log(outcome === 1 ? kept : 1 - kept);
}

/**
 * How often one that succeeded was given a larger chance than one that did not, ties by half (area under the ROC curve, by the ranks
 * of Mann and Whitney). Null where all ended the same way. Throws as `brier` does.
 */
export function auc(chances: readonly number[], outcomes: readonly number[]): number | null {
  demandPairs(chances, outcomes);
  const ranked = chances.map((chance, at) => ({ chance, outcome: outcomes[at] as number }));
  ranked.sort((a, b) => a.chance - b.chance);
  let [ranks, successes] = [0, 0];
  for (let from = 0; from < ranked.length; ) {
    let to = from;
    let tied = 0;
    while (to < ranked.length && ranked[to]?.chance === ranked[from]?.chance) {
      tied += (ranked[to] as { outcome: number }).outcome;
      to += 1;
    }
    ranks += (tied * (from + to + 1)) / 2;
    successes += tied;
    from = to;
  }
  const failures = ranked.length - successes;
  if (successes === 0 || failures === 0) return null;
  return (ranks - (successes * (successes + 1)) / 2) / (successes * failures);
}

/** Chances in so many bins of equal width, with what came of them; empty ones left out. Throws as `brier` does. */
export function reliability(chances: readonly number[], outcomes: readonly number[], bins = 10): ReliabilityBin[] {
  demandPairs(chances, outcomes);
  const sums = Array.from({ length: bins }, () => ({ count: 0, successes: 0, predicted: 0 }));
  for (const [at, chance] of chances.entries()) {
    const bin = sums[Math.min(bins - 1, Math.floor(chance * bins))] as (typeof sums)[number];
    bin.count += 1;
    bin.successes += outcomes[at] as number;
    bin.predicted += chance;
  }
  return sums.flatMap(({ count, successes, predicted }, place) =>
    count === 0
      ? []
      : [
          {
            from: place / bins,
            to: (place + 1) / bins,
            count,
            successes,
            meanPredicted: predicted / count,
            interval: wilson({ successes, trials: count }),
          },
        ],
  );
}

/** Expected calibration error: how far chances lie from what came of them, bin by bin, weighted by cases. Throws as `brier` does. */
export function ece(chances: readonly number[], outcomes: readonly number[], bins = 10): number {
  return reliability(chances, outcomes, bins).reduce(
    (sum, { count, successes, meanPredicted }) =>
      sum + (count / chances.length) * Math.abs(successes / count - meanPredicted),
    0,
  );
}

/** All of these at once; `lift` is the success rate of the best fifth beside that of all. Throws as `brier` does. */
export function qualityOf(chances: readonly number[], outcomes: readonly number[]): Quality {
  const successes = outcomes.reduce((sum, outcome) => sum + outcome, 0);
  const best = chances
    .map((chance, at) => ({ chance, at }))
    .sort((a, b) => b.chance - a.chance || a.at - b.at)
    .slice(0, Math.max(1, Math.round(LIFT_SHARE * chances.length)));
  const rate = best.reduce((sum, { at }) => sum + (outcomes[at] as number), 0) / best.length;
  return {
    rows: chances.length,
    successes,
    auc: auc(chances, outcomes),
    brier: brier(chances, outcomes),
    logLoss: logLoss(chances, outcomes),
    ece: ece(chances, outcomes),
    lift: successes === 0 ? null : rate / (successes / chances.length),
  };
}

function demandPairs(chances: readonly number[], outcomes: readonly number[]): void {
  if (chances.length !== outcomes.length || chances.length === 0)
    throw new RangeError(`Each chance has one outcome; got ${outcomes.length} for ${chances.length}.`);
  const odd = chances.find((chance) => !(chance >= 0 && chance <= 1));
  if (odd !== undefined) throw new RangeError(`A chance lies from 0 to 1; got ${odd}.`);
  demandOutcomes(outcomes);
}
