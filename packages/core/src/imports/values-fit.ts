import { dissectDay } from './dissect-day.ts';
import type { FieldType } from './kind.ts';
import { readBoolean } from './read-boolean.ts';
import { readEmail } from './read-email.ts';
import { dissectNumber } from './read-number.ts';
import { isUnknown, narrow, trimCell } from './read-text.ts';

const looksLikePhone = (cell: string): boolean => {
  const text = narrow(cell);
  const digits = text.replace(/\D/g, '').length;
  return (
    digits >= 6 &&
    digits <= 20 &&
    /^\+?[\d\s().\-/x#]+(?:ext\.?\s?\d+)?$/i.test(text) &&
    dissectDay(text)?.form !== 'civil'
  );
};

const looksLike: Readonly<Partial<Record<FieldType, (cell: string) => boolean>>> = {
  email: (cell) => readEmail(cell).status === 'read',
  phone: looksLikePhone,
  amount: (cell) => dissectNumber(cell) !== null,
  number: (cell) => dissectNumber(cell) !== null,
  count: (cell) => dissectNumber(cell) !== null,
  day: (cell) => dissectDay(cell) !== null,
  month: (cell) => dissectDay(cell) !== null,
  boolean: (cell) => readBoolean(cell).status === 'read',
};

/**
 * Which share of the cells that say something look like values of the type, 0–1; 1 for types that any text may be, null
 * when no cell says anything.
 */
export function fitRatio(type: FieldType, cells: readonly string[]): number | null {
  const said = cells.filter((cell) => trimCell(cell) !== '' && !isUnknown(cell));
  if (said.length === 0) return null;
  const fits = looksLike[type];
  return fits === undefined ? 1 : said.filter(fits).length / said.length;
}
