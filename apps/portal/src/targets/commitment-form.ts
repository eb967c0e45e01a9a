import type { CommitmentInput, CommitmentsView } from '@milepost/contract/quotas';

type Own = NonNullable<CommitmentsView['own']>;
type Cell = CommitmentInput['cells'][number];

const keyOf = (line: string | null, month: number): string => `${month}\n${line ?? ''}`;

/** What was committed as it is typed: a text for every month, of all lines or of each. */
export function textsOf(own: Own, write: (minor: number) => string): Record<string, string> {
  return Object.fromEntries(own.cells.map(({ line, month, amountMinor }) => [keyOf(line, month), write(amountMinor)]));
}

export const textAt = (texts: Readonly<Record<string, string>>, line: string | null, month: number): string =>
  texts[keyOf(line, month)] ?? '';

export const withText = (
  texts: Readonly<Record<string, string>>,
  { line, month, text }: { line: string | null; month: number; text: string },
): Record<string, string> => ({ ...texts, [keyOf(line, month)]: text });

/**
 * The cells to send: those that were typed anew, an emptied one as taken back, and everything that was committed the other
 * way (as a whole, or by line). Null while an amount cannot be read.
 */
export function cellsToSend(
  own: Own,
  texts: Readonly<Record<string, string>>,
  lines: readonly (string | null)[],
  read: (text: string) => number | null,
): Cell[] | null {
  const stood = new Map(own.cells.map((cell) => [keyOf(cell.line, cell.month), cell.amountMinor]));
  const cells: Cell[] = own.cells
    .filter(({ line }) => !lines.includes(line))
    .map(({ line, month }) => ({ line, month, amountMinor: null }));
  for (const line of lines)
    for (let month = 0; month < 12; month += 1) {
      const text = textAt(texts, line, month).trim();
      const before = stood.get(keyOf(line, month)) ?? null;
      const now = text === '' ? null : read(text);
      if (text !== '' && now === null) return null;
      if (now !== before) cells.push({ line, month, amountMinor: now });
    }
  return cells;
}
