import { readFile } from 'node:fs/promises';
import { fieldOf } from '@milepost/core/scoring/fields';
import { countFrequencies, naiveBayes } from '@milepost/core/scoring/naive-bayes';
import { auc, brier, ece, logLoss } from '@milepost/core/scoring/quality';
import { score } from '@milepost/core/scoring/score';
import { train } from '@milepost/core/scoring/train';
import { readOptions, StatedWrongly } from './options.ts';
import { readOutcomes } from './read-outcomes.ts';
import { columnOf, readTable, type Table } from './read-table.ts';

/**
 * `score --train A.csv --test B.csv --label COLUMN [--known COLUMNS.txt]`: learns on A, whose rows stand in the order of time, and
 * tells how good the chances are that it gives to the rows of B, beside those of the comparison model. `COLUMNS.txt` names what is
 * known when a record begins, one column a line; without it, every column but the label is taken.
 */
export async function judgeScore(args: readonly string[]): Promise<unknown> {
  const options = readOptions(args, ['train', 'test', 'label'], ['known']);
  const [learned, asked] = [await readTable(options.train), await readTable(options.test)];
  const names =
    options.known === undefined
      ? learned.headers.filter((name) => name !== options.label.trim())
      : await knownColumns(options.known, options.label);
  const label = readOutcomes(learned, options.label);
  const outcomes = label(learned);
  const records = recordsOf(learned, names);
  const training = train({ names, records, outcomes });
  const rate = (outcomes.reduce((sum, outcome) => sum + outcome, 0) + 0.5) / (outcomes.length + 1);
  const [questions, known] = [recordsOf(asked, names), label(asked)];
  const chances = questions.map((record) => {
    if (training.status !== 'ok') return rate;
    const cells = new Map(names.map((name, at) => [name, record[at] ?? null]));
    return score(training.model, (name) => cells.get(name) ?? null).p;
  });
  return {
    auc: auc(chances, known),
    brier: brier(chances, known),
    logLoss: logLoss(chances, known),
    ece: ece(chances, known),
    baseRate: known.reduce((sum, outcome) => sum + outcome, 0) / known.length,
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

async function knownColumns(path: string, label: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new StatedWrongly(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const names = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== label.trim());
  if (names.length === 0) throw new StatedWrongly(`${path} names no column.`);
  return [...new Set(names)];
}

/** The named columns of every row; what is empty is null. */
function recordsOf(table: Table, names: readonly string[]): (string | null)[][] {
  const places = names.map((name) => columnOf(table, name));
  return table.rows.map((row) => places.map((place) => row[place] || null));
}
