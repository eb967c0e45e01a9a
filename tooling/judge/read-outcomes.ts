import { StatedWrongly } from './options.ts';
import { columnOf, type Table } from './read-table.ts';

const SUCCEEDED = new Set([
  '1',
  '1.0',
  'yes',
  'y',
  'true',
  't',
  'won',
  'win',
  'converted',
  'closed won',
  'success',
  'positive',
  '是',
  '赢单',
  '成交',
]);
const FAILED = new Set([
  '0',
  '0.0',
  '-1',
  'no',
  'n',
  'false',
  'f',
  'lost',
  'loss',
  'dismissed',
  'closed lost',
  'failure',
  'negative',
  '否',
  '输单',
  '流失',
]);

/**
 * Reads outcomes in words: yes and no, won and lost, 1 and 0, true and false. Where a column says two other things, the later in the
 * alphabet is the success. Throws StatedWrongly on a column that says more than two things, and on a cell that says neither.
 */
export function readOutcomes(learned: Table, label: string): (table: Table) => number[] {
  const own = [...new Set(cellsOf(learned, label))].filter((word) => word !== '').sort();
  const isSpoken = own.every((word) => SUCCEEDED.has(word) || FAILED.has(word));
  if (!isSpoken && own.length !== 2)
    throw new StatedWrongly(`"${label}" says neither yes nor no: ${own.slice(0, 6).join(', ')}.`);
  const success = (word: string): boolean => (isSpoken ? SUCCEEDED.has(word) : word === own[1]);
  const failure = (word: string): boolean => (isSpoken ? FAILED.has(word) : word === own[0]);
  return (table) =>
    cellsOf(table, label).map((word, at) => {
      if (success(word)) return 1;
      if (failure(word)) return 0;
      throw new StatedWrongly(`"${label}" of row ${at + 1} says neither: ${JSON.stringify(word)}.`);
    });
}

function cellsOf(table: Table, label: string): string[] {
  const place = columnOf(table, label);
  return table.rows.map((row) => (row[place] ?? '').trim().toLowerCase());
}
