/** Why a line is no row of the table. */
export type IgnoredBecause = 'blank' | 'title' | 'total' | 'footer' | 'repeated-header' | 'separator-hint';

/** Why a line could be no row although it should be one. */
export type BrokenBecause =
  | 'too-few-cells'
  | 'too-many-cells'
  | 'unclosed-quote'
  | 'misplaced-quote'
  | 'cell-too-long'
  | 'undecodable'
  | 'not-a-card';

/** A record as it stands in the file, before it is known what it is. Lines count from 1, as an editor shows them. */
export type FileRecord = {
  readonly line: number;
  /** The last line it covers: cells may hold line breaks. */
  readonly toLine: number;
  readonly cells: readonly string[];
  readonly broken: BrokenBecause | null;
};

/**
 * What a line (or a few, where cells hold line breaks) of a table is. Every line of the file is exactly one of the three
 * or the header: nothing is left out without being told. A row has as many cells as the table has columns.
 */
export type TableLine =
  | { readonly kind: 'row'; readonly line: number; readonly cells: readonly string[] }
  | {
      readonly kind: 'ignored';
      readonly line: number;
      readonly toLine: number;
      readonly because: IgnoredBecause;
      readonly text: string;
    }
  | {
      readonly kind: 'broken';
      readonly line: number;
      readonly toLine: number;
      readonly because: BrokenBecause;
      readonly text: string;
    };

const LONGEST_EXCERPT = 200;

/** The beginning of a record for a report. */
export function excerptOf({ cells }: Pick<FileRecord, 'cells'>): string {
  const text = cells
    .filter((cell) => cell.trim() !== '')
    .join(' | ')
    .replace(/\s+/g, ' ');
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT)}…` : text;
}
