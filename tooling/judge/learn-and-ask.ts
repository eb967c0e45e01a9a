import { readFile } from 'node:fs/promises';
import { score } from '@milepost/core/scoring/score';
import { train } from '@milepost/core/scoring/train';
import { readOptions, StatedWrongly } from './options.ts';
import { readOutcomes } from './read-outcomes.ts';
import { columnOf, readTable, type Table } from './read-table.ts';

type Cells = readonly (string | null)[];

/** What was learnt from, what was asked, and the chances that were given. */
export type Answers = {
  readonly names: readonly string[];
  readonly records: readonly Cells[];
  readonly outcomes: readonly number[];
  readonly questions: readonly Cells[];
  /** What became of what was asked about: 1 where the label says so. */
  readonly known: readonly number[];
  readonly chances: readonly number[];
};

/**
 * `--train A.csv --test B.csv --label COLUMN [--known COLUMNS.txt]`: learns on A and gives a chance to every row of B. Where nothing can be
 * learnt, everybody has the rate of A.
 */
export async function learnAndAsk(args: readonly string[]): Promise<Answers> {
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
  return { names, records, outcomes, questions, known, chances };
}

/** The share of 1 among outcomes. */
export const baseRateOf = (outcomes: readonly number[]): number =>
  outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length;

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
