import { dissectDay } from '@milepost/core/imports/dissect-day';
import { readEmail } from '@milepost/core/imports/read-email';
import { dissectNumber } from '@milepost/core/imports/read-number';
import { trimCell } from '@milepost/core/imports/read-text';
import { findWideMonths } from '@milepost/core/imports/wide-months';
import type { FileRecord } from './table-line.ts';

/** A header stands within the first lines, or there is none. */
export const LINES_TO_SEARCH = 60;
const LONGEST_HEADER = 120;

const filledOf = ({ cells }: FileRecord): number => cells.filter((cell) => trimCell(cell) !== '').length;

/**
 * Which of the first records of a file is the header: the first that is about as wide as the table and whose cells are
 * names, not values. Titles, dates of export and blank lines above it are narrower. The table is as wide as its widest
 * records; where none of about that width is a header, they were rows with delimiters too many, and the next width down to half of it counts.
 * Null when no record is like a header.
 */
export function findHeader(records: readonly FileRecord[]): FileRecord | null {
  const widths = records.map(filledOf).toSorted((a, b) => b - a);
  const withoutOddOnes = widths.slice(Math.floor(widths.length / 10));
  const widest = withoutOddOnes[0] ?? 0;
  for (const width of new Set(withoutOddOnes.filter((each) => each * 2 >= widest))) {
    const least = width <= 1 ? 1 : Math.max(2, Math.ceil(width * 0.6));
    const header = records.find((record) => filledOf(record) >= least && isHeaderLike(record.cells));
    if (header) return header;
  }
  return null;
}

function isHeaderLike(cells: readonly string[]): boolean {
  const names = cells.map(trimCell).filter((cell) => cell !== '');
  if (names.some((name) => name.length > LONGEST_HEADER)) return false;
  if (findWideMonths(names) !== null) return true;
  const values = names.filter(isValue).length;
  return values * 2 < names.length || (values === 0 && names.length > 0);
}

const isValue = (cell: string): boolean =>
  dissectNumber(cell) !== null ||
  dissectDay(cell) !== null ||
  readEmail(cell).status === 'read' ||
  /^https?:\/\//i.test(cell);
