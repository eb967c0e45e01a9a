import type { CustomValues } from '@milepost/core/fields/custom-field';
import { shiftDecimal } from '@milepost/core/imports/decimal-text';
import { currencyExponent } from '@milepost/core/money/currency';
import type { FieldInUse } from '../features/fields/store.ts';

export type Cell = string | number | null;

/** Minor units as the number a spreadsheet adds up. */
export const major = (minor: number | null, currency: string): number | null =>
  minor === null ? null : Number(shiftDecimal(String(minor), -currencyExponent(currency)));

export type Fielded = { tags: readonly string[]; customFields: CustomValues };
/** Tags as one text, as the import reads them. */
export const tagsIn = ({ tags }: Pick<Fielded, 'tags'>): Cell => tags.join(', ') || null;
/** A value of a custom field as a cell. */
export function cellOf({ id, type }: FieldInUse, { customFields }: Fielded, currency: string): Cell {
  const value = customFields[id] ?? null;
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return type === 'money' ? major(Number(value), currency) : value;
}
