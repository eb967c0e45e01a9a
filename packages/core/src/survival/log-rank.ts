import { chiSquareSurvival } from '../special/chi-square.ts';
import type { Watched } from './kaplan-meier.ts';

/** Do two groups end at different speeds? `observed` and `expected` are events of the first group. */
export type LogRank =
  | {
      readonly status: 'ok';
      readonly chi2: number;
      readonly p: number;
      readonly observed: number;
      readonly expected: number;
    }
  | { readonly status: 'insufficientData' };

/**
 * The log-rank test (Mantel 1966) of two groups, one degree of freedom. Weights are not looked at: it counts cases. Insufficient where
 * no event tells the groups apart.
 */
export function logRank(first: readonly Watched[], second: readonly Watched[]): LogRank {
  const all = [...first, ...second];
  const times = [...new Set(all.filter(({ isEvent }) => isEvent).map(({ time }) => time))];
  let [observed, expected, variance] = [0, 0, 0];
  for (const time of times) {
    const atRisk = count(all, (one) => one.time >= time);
    const own = count(first, (one) => one.time >= time);
    const ended = count(all, (one) => one.isEvent && one.time === time);
    observed += count(first, (one) => one.isEvent && one.time === time);
    expected += (ended * own) / atRisk;
    if (atRisk > 1) variance += (ended * (own / atRisk) * (1 - own / atRisk) * (atRisk - ended)) / (atRisk - 1);
  }
  if (variance <= 0) return { status: 'insufficientData' };
  const chi2 = (observed - expected) ** 2 / variance;
  return { status: 'ok', chi2, p: chiSquareSurvival(chi2, 1), observed, expected };
}

const count = (some: readonly Watched[], holds: (one: Watched) => boolean): number => some.filter(holds).length;
