import { normalQuantile } from '../special/normal.ts';

/** An interval that holds the true value with the stated confidence. */
export type Interval = { readonly low: number; readonly high: number };

/** A counted rate: so many successes in so many trials. */
export type Counted = { readonly successes: number; readonly trials: number };

const DEFAULT_CONFIDENCE = 0.95;

/**
 * The interval of a rate from its counts (Wilson 1927): good for few trials and for rates near 0 and 1, and never
 * outside 0–1. Without a single trial nothing is known: 0 to 1.
 *
 * Throws RangeError when the counts are not whole, negative or contradict each other, and when the confidence does not
 * lie strictly between 0 and 1.
 */
export function wilson({ successes, trials }: Counted, confidence = DEFAULT_CONFIDENCE): Interval {
  demandCounts({ successes, trials });
  return wilsonOfShare(trials === 0 ? 0 : successes / trials, trials, confidence);
}

/**
 * The same for a share of something that is not counted but weighed: `trials` is the number of equal cases that would leave as much
 * doubt, and need not be whole. Throws RangeError on a share outside 0–1 and on a negative number of trials.
 */
export function wilsonOfShare(share: number, trials: number, confidence = DEFAULT_CONFIDENCE): Interval {
  if (!(share >= 0 && share <= 1 && trials >= 0))
    throw new RangeError(`A share is 0 to 1, of no fewer than 0 cases; got ${share} of ${trials}.`);
  const z = criticalValue(confidence);
  if (trials === 0) return { low: 0, high: 1 };
  const spread = (z * z) / trials;
  const centre = share + spread / 2;
  const reach = z * Math.sqrt((share * (1 - share)) / trials + (spread / trials) * 0.25);
  const widening = 1 + spread;
  return {
    // Exactly 0 and 1 at the ends, where rounding would leave a trace.
    low: share === 0 ? 0 : Math.max(0, (centre - reach) / widening),
    high: share === 1 ? 1 : Math.min(1, (centre + reach) / widening),
  };
}

/**
 * The interval of the difference `a − b` of two independent rates, built from their Wilson intervals (Newcombe 1998,
 * method 10). Throws as `wilson` does.
 */
export function newcombe(a: Counted, b: Counted, confidence = DEFAULT_CONFIDENCE): Interval {
  const [ofA, ofB] = [wilson(a, confidence), wilson(b, confidence)];
  if (a.trials === 0 || b.trials === 0) return { low: ofA.low - ofB.high, high: ofA.high - ofB.low };
  const [rateA, rateB] = [a.successes / a.trials, b.successes / b.trials];
  const difference = rateA - rateB;
  return {
    low: difference - Math.hypot(rateA - ofA.low, ofB.high - rateB),
    high: difference + Math.hypot(ofA.high - rateA, rateB - ofB.low),
  };
}

/** Throws RangeError unless both counts are whole and 0 ≤ successes ≤ trials. */
export function demandCounts({ successes, trials }: Counted): void {
  const isSound = Number.isInteger(successes) && Number.isInteger(trials) && successes >= 0 && successes <= trials;
  if (!isSound) throw new RangeError(`Counts are whole, successes from 0 to trials; got ${successes} of ${trials}.`);
}

function criticalValue(confidence: number): number {
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`A confidence lies between 0 and 1; got ${confidence}.`);
  }
  return normalQuantile(0.5 + confidence / 2);
}
