/** What a spreadsheet would take for a formula at the beginning of a cell (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r]/;
/**
 * One cell of our own CSV: text that a spreadsheet would evaluate gets an apostrophe in front, so that it is shown and not
 * run (numbers are passed as numbers and stay what they are); quotes, delimiters and line breaks are quoted (RFC 4180).
 */
export function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && formulaStart.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of CSV, with its line break. */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\r\n`;

/** A byte order mark: without it Excel takes the file for one of its own code page. */
export const CSV_MARK = '\ufeff';

/** A table as CSV that opens readable in Excel: mark, header, rows, piece by piece. */
export async function* csvOf(
  header: readonly string[],
  rows:
    | AsyncIterable<readonly (string | number | boolean | null)[]>
    | Iterable<readonly (string | number | boolean | null)[]>,
): AsyncGenerator<string> {
  yield CSV_MARK + csvLine(header);
  for await (const row of rows) yield csvLine(row);
}
