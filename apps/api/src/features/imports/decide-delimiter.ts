import { type Delimiter, recordSplitter } from './split-records.ts';
import type { FileRecord } from './table-line.ts';

const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];
const MOST_RECORDS = 100;

/** The delimiter that the first line of some exports states (`sep=;`), as Excel reads it. */
export const separatorHint = (text: string): Delimiter | null =>
  (/^"?sep=([,;\t|])"?[ \t]*(?:\r|\n|$)/i.exec(text)?.[1] as Delimiter | undefined) ?? null;

/**
 * The delimiter under which the beginning of a file falls most consistently into columns: the share of its records that
 * have the most common number of cells counts, and among equals that number. So `$500,000` and `Friday, December 1, 2017`
 * in every row do not make the comma a delimiter where the header has none. A file of one column has none at all, and
 * the comma is taken.
 */
export function decideDelimiter(text: string): Delimiter {
  const hint = separatorHint(text);
  if (hint !== null) return hint;
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, ...consistencyOf(beginning(text, delimiter)) }))
    .filter(({ columns }) => columns > 1)
    .toSorted((a, b) => b.share - a.share || b.columns - a.columns);
  return best?.delimiter ?? ',';
}

function beginning(text: string, delimiter: Delimiter): FileRecord[] {
  const records = recordSplitter(delimiter).push(text);
  // A beginning without a line break is one record that the splitter still waits for.
  const seen = records.length > 0 ? records : recordSplitter(delimiter).push(`${text}\n`);
  return seen.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')).slice(0, MOST_RECORDS);
}

/** Title and footer lines have one cell under any delimiter: they say nothing, unless all lines are like that. */
function consistencyOf(records: readonly FileRecord[]): { share: number; columns: number } {
  const split = records.filter(({ cells }) => cells.length > 1);
  if (split.length * 2 < records.length) return { share: 0, columns: 1 };
  const counts = Map.groupBy(split, ({ cells }) => cells.length);
  const [columns = 1, most = []] = [...counts].toSorted((a, b) => b[1].length - a[1].length || b[0] - a[0])[0] ?? [];
  return { share: most.length / records.length, columns };
}
