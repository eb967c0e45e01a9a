import { type Beta, betaPrior } from '@milepost/core/rate/shrink';
import type { Counted } from '@milepost/core/rate/wilson';

/** What a rate is drawn towards when the peers cannot tell how people differ: their mean, or the stages', worth ten trials. */
export const priorTrials = 10;

export type Prior = { from: 'peers' | 'stages'; beta: Beta } | { from: 'none' };

/**
 * The prior of a step: by moments over the peers; where they are too few or too alike in nothing, their pooled rate worth ten trials;
 * without any history of theirs what the stages state.
 * @param stated the chance that the stages state for the step; null when they state none
 */
export function priorOf(peers: readonly Counted[], stated: number | null): Prior {
  const found = betaPrior(peers);
  if (found.status === 'ok') return { from: 'peers', beta: found.prior };
  const trials = peers.reduce((sum, one) => sum + one.trials, 0);
  const successes = peers.reduce((sum, one) => sum + one.successes, 0);
  if (successes > 0 && successes < trials) return { from: 'peers', beta: worthTen(successes / trials) };
  if (stated !== null && stated > 0 && stated < 1) return { from: 'stages', beta: worthTen(stated) };
  return { from: 'none' };
}

const worthTen = (mean: number): Beta => ({ a: mean * priorTrials, b: (1 - mean) * priorTrials });

/** A rate with what it is worth. Without a prior the own share speaks, unless nobody ever succeeded. */
export function drawn({ successes, trials }: Counted, prior: Prior): { rate: number | null; evidence: number } {
  if (prior.from === 'none') return { rate: successes > 0 ? successes / trials : null, evidence: Math.max(1, trials) };
  const { a, b } = prior.beta;
  return { rate: (successes + a) / (trials + a + b), evidence: trials + a + b };
}
