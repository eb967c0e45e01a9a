import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lnLikelihoods } from '@milepost/core/churn/likelihood';
import { fitRenewals, surviving } from '@milepost/core/churn/renewal';
import { expectedOfNew, expectedPurchases, type Purchases, pAlive, type Rhythm } from '@milepost/core/churn/rhythm';
import type { Call } from '../example.ts';

/** Expected purchases of a new customer were printed from unrounded parameters: the rules allow 0.003. */
export const churnTolerances: ReadonlyMap<string, number> = new Map([['churn.bgnbd', 0.003]]);

type Parameters = Record<'r' | 'alpha' | 'a' | 'b', number>;
const historyOf = (repeats = 0, recency = 0, age = 0): Purchases => ({ repeats, recency, age });

/** The likelihood of the customers of a data set beside the examples; null where it does not lie there. */
function likelihoodBeside(rhythm: Rhythm, folder: string | undefined): number | null {
  const file = join(folder ?? '.', 'cdnow', 'cdnow_customers_summary.csv');
  if (!existsSync(file)) return null;
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1);
  const groups = rows.map((row) => {
    const [, repeats, recency, age] = row.split(',').map(Number);
    return { purchases: historyOf(repeats, recency, age), count: 1 };
  });
  return lnLikelihoods(rhythm, groups);
}

/** Who is still there: by the rhythm of purchases, and by renewals. */
export const churn: Record<string, Call> = {
  'churn.bgnbd': ({ input, expected, folder }) => {
    const rhythm: Rhythm = { kind: 'bgnbd', ...(input as Parameters) };
    const asked = Object.keys(expected as object).map((name): [string, unknown] => {
      const numbers = (name.match(/[\d.]+/g) ?? []).map(Number);
      if (name.startsWith('cet')) return [name, expectedPurchases(rhythm, historyOf(...numbers), numbers[3] ?? 0)];
      if (name.startsWith('palive')) return [name, pAlive(rhythm, historyOf(...numbers))];
      if (name.startsWith('E[X(t)]')) return [name, numbers.map((time) => expectedOfNew(rhythm, time))];
      return [name, likelihoodBeside(rhythm, folder)];
    });
    return Object.fromEntries(asked);
  },

  'churn.mbgnbd': ({ input }) => {
    const { customers, ...parameters } = input as Parameters & { customers: [number, number, number][] };
    const rhythm: Rhythm = { kind: 'mbgnbd', ...parameters };
    return { palive: customers.map((one) => pAlive(rhythm, historyOf(...one))) };
  },

  'churn.sbg': ({ input }) => {
    const { highEnd = [], regular = [] } = input as Record<'highEnd' | 'regular', number[]>;
    // Shares in percent of a thousand customers.
    const fitted = [highEnd, regular].map((shares) => fitRenewals(shares.map((share) => share * 10)));
    const [first, second] = fitted.map(({ alpha, beta, lnLikelihood }) => ({ alpha, beta, ll: lnLikelihood }));
    const model = fitted[0] ?? { alpha: 1, beta: 1 };
    return {
      highEnd: first,
      regular: second,
      survivalHighEnd12: Array.from({ length: 12 }, (_, at) => 100 * surviving(model, at + 1)),
    };
  },
};
