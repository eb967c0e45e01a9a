import type { Split } from '@milepost/contract/sales';
import { readAmount } from '../i18n/read-amount.ts';
import type { Reference } from '../records/form-fields.ts';

/** A row of the form: who, and which share in percent as it was typed. */
export type SplitRow = { person: Reference | null; share: string };

type Mark = '.' | ',';
/** Hundredths of a percent in a whole. */
const whole = 10_000;

/** Hundredths of a percent; null where the text is no share above 0 and up to 100. */
export function readShare(text: string, decimalMark: Mark): number | null {
  const hundredths = readAmount(text.replace('%', ''), { decimalMark, exponent: 2 });
  return hundredths !== null && hundredths > 0 && hundredths <= whole ? hundredths : null;
}

/** A share of 0–1 as it stands in the form: 0.335 → `33.5`. */
export const shareText = (share: number, decimalMark: Mark): string =>
  String(Math.round(share * whole) / 100).replace('.', decimalMark);

/** How far the shares are from 100 %, in hundredths of a percent: above 0 something is left. Unreadable shares count as none. */
export const leftOf = (rows: readonly SplitRow[], decimalMark: Mark): number =>
  whole - rows.reduce((sum, { share }) => sum + (readShare(share, decimalMark) ?? 0), 0);

/** What is wrong with the rows; null when they can be sent. No row at all means that the owner gets everything. */
export function problemOf(rows: readonly SplitRow[], decimalMark: Mark): 'incomplete' | 'twice' | 'not-whole' | null {
  if (rows.length === 0) return null;
  if (rows.some(({ person, share }) => !person || readShare(share, decimalMark) === null)) return 'incomplete';
  if (new Set(rows.map(({ person }) => person?.id)).size < rows.length) return 'twice';
  return leftOf(rows, decimalMark) === 0 ? null : 'not-whole';
}

/** The split on the wire; null gives everything to the owner. */
export const splitOf = (rows: readonly SplitRow[], decimalMark: Mark): Split | null =>
  rows.length === 0
    ? null
    : rows.map(({ person, share }) => ({
        personId: person?.id ?? '',
        share: (readShare(share, decimalMark) ?? 0) / whole,
      }));
