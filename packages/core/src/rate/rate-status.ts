import { type Counted, demandCounts, wilson } from './wilson.ts';

/**
 * Whether a rate has met its target, beyond chance: `met` when even the lower end of its interval reaches the target,
 * `missed` when even the upper end stays below, `open` while the counts do not tell. Throws as `wilson` does, and on a
 * target outside 0–1.
 */
export function rateStatus(counted: Counted, target: number, confidence = 0.95): 'met' | 'missed' | 'open' {
  demandTarget(target);
  const { low, high } = wilson(counted, confidence);
  if (low >= target) return 'met';
  return high < target ? 'missed' : 'open';
}

/**
 * How many successes in a row lift the plain rate to its target: `⌈(t·n − k) / (1 − t)⌉`, 0 when it is there already.
 * 25 of 100 need 8 more to reach 30 %. Null when no number would do: a target of 1 after a failure.
 */
export function successesNeeded({ successes, trials }: Counted, target: number): number | null {
  demandCounts({ successes, trials });
  demandTarget(target);
  if (successes >= target * trials) return 0;
  if (target === 1) return null;
  const estimate = Math.ceil((target * trials - successes) / (1 - target));
  // The division may be off by its last bit, so the neighbours are tried.
  const fits = (more: number): boolean => successes + more >= target * (trials + more);
  if (fits(estimate - 1)) return estimate - 1;
  return fits(estimate) ? estimate : estimate + 1;
}

function demandTarget(target: number): void {
  if (target >= 0 && target <= 1) return;
  throw new RangeError(`A target rate lies from 0 to 1; got ${target}.`);
}
