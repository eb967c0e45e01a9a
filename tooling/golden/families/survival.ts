import { kaplanMeier, type Watched } from '@milepost/core/survival/kaplan-meier';
import { logRank } from '@milepost/core/survival/log-rank';
import type { Call } from '../example.ts';

/** The 6-MP patients of Freireich and Gehan, against whom a placebo group is told: weeks, and whether it came to a relapse. */
const treated: readonly (readonly [weeks: number, relapsed: 0 | 1])[] = [
  ...([6, 6, 6, 7, 10, 13, 16, 22, 23] as const).map((weeks) => [weeks, 1] as const),
  ...([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35] as const).map((weeks) => [weeks, 0] as const),
];

/** What is left of those who are watched, and whether two groups differ. */
export const survival: Record<string, Call> = {
  'survival.km6mp': ({ input }) => {
    const { t, e } = input as Record<'t' | 'e', number[]>;
    const curve = kaplanMeier(t.map((time, at): Watched => ({ time, isEvent: e[at] === 1 })));
    return Object.fromEntries(curve.map((step) => [String(step.time), step.survival]));
  },

  'survival.logrank': ({ input }) => {
    const { placebo } = input as { placebo: number[] };
    const test = logRank(
      treated.map(([time, relapsed]) => ({ time, isEvent: relapsed === 1 })),
      placebo.map((time) => ({ time, isEvent: true })),
    );
    return test.status === 'ok' ? { chi2: test.chi2, observed: test.observed, expected: test.expected } : test;
  },
};
