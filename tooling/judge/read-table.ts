import { readFile } from 'node:fs/promises';
import { decideDelimiter } from '@milepost/api/features/imports/decide-delimiter';
import { recordSplitter } from '@milepost/api/features/imports/split-records';
import { StatedWrongly } from './options.ts';

/** A text file with a header, cells as they stand. */
export type Table = { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** Reads a delimited UTF-8 file whose first line is its header. Throws StatedWrongly where there is none or it cannot be read. */
export async function readTable(path: string): Promise<Table> {
  let text: string;
  try {
    text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    throw new StatedWrongly(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const splitter = recordSplitter(decideDelimiter(text.slice(0, 64 * 1024)));
  const records = [...splitter.push(text), ...splitter.end()].filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...rows] = records;
  if (header === undefined) throw new StatedWrongly(`${path} is empty.`);
  const headers = header.cells.map((cell) => cell.trim());
  return { headers, rows: rows.map(({ cells }) => headers.map((_, column) => (cells[column] ?? '').trim())) };
}

/** Where a column of that name stands. Throws StatedWrongly where there is none, naming those there are. */
export function columnOf({ headers }: Table, name: string): number {
  const found = headers.indexOf(name.trim());
  if (found < 0) throw new StatedWrongly(`There is no column "${name}". There are: ${headers.join(', ')}.`);
  return found;
}
