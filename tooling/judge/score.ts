import { fieldOf } from '@milepost/core/scoring/fields';
import { countFrequencies, naiveBayes } from '@milepost/core/scoring/naive-bayes';
import { auc, brier, ece, logLoss } from '@milepost/core/scoring/quality';
import { baseRateOf, learnAndAsk } from './learn-and-ask.ts';

/**
 * `score --train A.csv --test B.csv --label COLUMN [--known COLUMNS.txt]`: learns on A, whose rows stand in the order of time, and
 * tells how good the chances are that it gives to the rows of B, beside those of the comparison model. `COLUMNS.txt` names what is
 * known when a record begins, one column a line; without it, every column but the label is taken.
 */
export async function judgeScore(args: readonly string[]): Promise<unknown> {
  const { names, records, outcomes, questions, known, chances } = await learnAndAsk(args);
  return {
    auc: auc(chances, known),
    brier: brier(chances, known),
    logLoss: logLoss(chances, known),
    ece: ece(chances, known),
    baseRate: baseRateOf(known),
    odoo: comparison(names, records, outcomes, questions, known),
  };
}

/** The comparison model takes words only, skips what is empty, rounds to 0.01 % and never says never. */
function comparison(
  names: readonly string[],
  records: readonly (readonly (string | null)[])[],
  outcomes: readonly number[],
  questions: readonly (readonly (string | null)[])[],
  known: readonly number[],
) {
  const places = names.flatMap((name, place) => {
    const field = fieldOf(
      name,
      records.map((record) => record[place] ?? null),
    );
    return field.kind === 'category' ? [place] : [];
  });
  const only = (record: readonly (string | null)[]) => places.map((place) => record[place] ?? null);
  const frequencies = countFrequencies(records.map(only), outcomes);
  const chances = questions.map((record) => {
    const chance = naiveBayes(frequencies, only(record)) ?? 0.5;
    return Math.min(0.9999, Math.max(0.0001, Math.round(chance * 1e4) / 1e4));
  });
  return { auc: auc(chances, known), brier: brier(chances, known), logLoss: logLoss(chances, known) };
}
