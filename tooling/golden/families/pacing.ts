import { controlLimits } from '@milepost/core/pacing/control-limits';
import { crediblePace } from '@milepost/core/pacing/pace';
import { safeCount } from '@milepost/core/pacing/safe-count';
import type { Call } from '../example.ts';

/** Limits of an individuals chart, and the pace one may believe. */
export const pacing: Record<string, Call> = {
  'pace.xmr': ({ input }) => {
    const limits = controlLimits(input as number[]);
    return limits && { mean: limits.mean, mrbar: limits.meanRange, ucl: limits.upper, lcl: limits.lower };
  },

  'pace.credibility': ({ input }) => {
    const { prior, plan, actual, remaining } = input as Record<'prior' | 'plan' | 'actual' | 'remaining', number>;
    const believed = crediblePace({ prior, planned: plan, actual, remaining });
    const { low, middle, high } = believed.remaining;
    return {
      multiplier: believed.multiplier,
      p10p90: [believed.interval.low, believed.interval.high],
      remainingMean: believed.remainingMean,
      remaining10_50_90: [low, middle, high],
    };
  },

  'funnel.atLeast': ({ input }) =>
    (input as Record<'k' | 'p' | 'conf', number>[]).map(({ k, p, conf }) => safeCount(k, p, conf)),
};
