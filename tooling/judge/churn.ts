import { auc, brier, logLoss } from '@milepost/core/scoring/quality';
import { baseRateOf, learnAndAsk } from './learn-and-ask.ts';

/**
 * `churn --train A.csv --test B.csv --label COLUMN [--known COLUMNS.txt]`: who leaves, learnt on A and asked of the rows of B by the same
 * model that scores leads and deals.
 */
export async function judgeChurn(args: readonly string[]): Promise<unknown> {
  const { known, chances } = await learnAndAsk(args);
  return {
    auc: auc(chances, known),
    brier: brier(chances, known),
    logLoss: logLoss(chances, known),
    baseRate: baseRateOf(known),
  };
}
