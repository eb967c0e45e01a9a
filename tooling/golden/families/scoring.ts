import { isotonic } from '@milepost/core/scoring/calibrate';
import { fitLogistic, probabilityOf } from '@milepost/core/scoring/logistic';
import { naiveBayes } from '@milepost/core/scoring/naive-bayes';
import { scorecard } from '@milepost/core/scoring/points';
import { brier } from '@milepost/core/scoring/quality';
import type { Call } from '../example.ts';

/** Chances learned from outcomes, the comparison model, calibration and scorecards. */
export const scoring: Record<string, Call> = {
  'score.logistic': ({ input }) => {
    const { x, y } = input as Record<'x' | 'y', number[]>;
    const found = fitLogistic(
      x.map((value) => [value]),
      y,
    );
    if (found.status !== 'ok') return found;
    const [slope = 0] = found.slopes;
    const chance = (value: number): number => probabilityOf(found.intercept + slope * value);
    return {
      intercept: found.intercept,
      slope,
      p: [1, 2, 3, 4, 5].map(chance),
      logLik: found.logLikelihood,
      brier: brier(x.map(chance), y),
    };
  },

  'score.odooTags': ({ input }) => {
    const { won, lost, ...tags } = input as { won: number; lost: number } & Record<string, [number, number]>;
    const names = Object.keys(tags);
    const values = new Map(names.map((name) => [name, { won: tags[name]?.[0] ?? 0, lost: tags[name]?.[1] ?? 0 }]));
    const percent = (given: readonly string[]) =>
      100 * (naiveBayes({ won, lost, fields: given.map(() => ({ values })) }, given) ?? Number.NaN);
    return {
      none: percent([]),
      ...Object.fromEntries(names.map((name) => [name, percent([name])])),
      both: percent(names),
    };
  },

  'score.pav': ({ input }) => isotonic(input as number[]),

  'score.points': ({ input }) => scorecard(input as { pdo: number; base: number; odds: number }),
};
