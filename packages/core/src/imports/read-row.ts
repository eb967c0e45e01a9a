import { currenciesOfMark } from './currency-mark.ts';
import { shiftDecimal } from './decimal-text.ts';
import type { DayOrder } from './dissect-day.ts';
import type { FieldSpec } from './kind.ts';
import { readBoolean } from './read-boolean.ts';
import { readDay, readMonth } from './read-day.ts';
import { readEmail } from './read-email.ts';
import { type DecimalMark, readNumber } from './read-number.ts';
import { readChoice, readText } from './read-text.ts';
import { type RejectReason, read, rejected, type ValueReading } from './value-reading.ts';
import { monthCells, type WideMonths } from './wide-months.ts';

/** A column of the file, the field it goes into, and what was decided for the whole column. */
export type ColumnReading = {
  readonly column: number;
  readonly header: string;
  readonly field: FieldSpec;
  readonly decimal: DecimalMark;
  readonly dayOrder: DayOrder | null;
  /** Power of ten by which amounts are multiplied: 3 for a column in thousands. */
  readonly exponent: number;
};

/** How the rows of one file are read. */
export type RowPlan = {
  readonly columns: readonly ColumnReading[];
  readonly fields: readonly FieldSpec[];
  readonly wideMonths: WideMonths | null;
  /** How the cells of wide months are read, by their column; empty without them. */
  readonly monthAmounts: ReadonlyMap<number, CellColumn>;
  /** Required fields have no column, but a natural key has: rows can update what is known and create nothing. */
  readonly isUpdateOnly: boolean;
  /** The currency amounts are in; an amount marked with another one is rejected. */
  readonly currency: string;
};

/** Text, decimal text, a civil day, a month, a choice; several texts; yes or no; null where the cell says nothing. */
export type FieldValue = string | readonly string[] | boolean | null;

/** A value that kept its row out. */
export type RowIssue = {
  readonly field: string;
  readonly column: string;
  readonly value: string;
  readonly reason: RejectReason;
};

/**
 * One record as read. `values` holds the mapped fields only: a field without a column is absent, and stays as it is in an
 * update; a field whose cell says nothing is null.
 */
export type RowReading =
  | { readonly status: 'read'; readonly values: Readonly<Record<string, FieldValue>> }
  | { readonly status: 'rejected'; readonly issues: readonly RowIssue[] };

/**
 * Reads one row of cells into records: one, or one for each month that stands in it. A row with a value that cannot be
 * read, or without a required one, is rejected with all its issues; nothing of it is made good.
 */
export function readRow(plan: RowPlan, cells: readonly string[]): RowReading[] {
  const issues: RowIssue[] = [];
  const values: Record<string, FieldValue> = {};
  for (const column of plan.columns) {
    const cell = cells[column.column] ?? '';
    const reading = readCell(column, cell, plan.currency);
    if (reading.status === 'rejected')
      issues.push({ field: column.field.field, column: column.header, value: cell, reason: reading.reason });
    else values[column.field.field] = together(column.field, values[column.field.field], reading);
  }
  if (plan.wideMonths === null) return [finish(plan, values, issues)];
  return monthRows(plan, cells).map((month) =>
    finish(plan, { ...values, ...month.values }, [...issues, ...month.issues]),
  );
}

function monthRows(
  plan: RowPlan,
  cells: readonly string[],
): { values: Record<string, FieldValue>; issues: RowIssue[] }[] {
  const { wideMonths, monthAmounts } = plan;
  const monthField = plan.fields.find(({ type }) => type === 'month');
  if (wideMonths === null || monthField === undefined) return [];
  return monthCells(wideMonths, cells).flatMap(({ column, header, month, cell }) => {
    const monthAmount = monthAmounts.get(column);
    if (monthAmount === undefined) return [];
    const amount = readCell(monthAmount, cell, plan.currency);
    const issues: RowIssue[] = [];
    const { year } = wideMonths;
    if (month.status === 'rejected' && year !== null) {
      issues.push({
        field: monthField.field,
        column: year.header,
        value: cells[year.column] ?? '',
        reason: month.reason,
      });
    }
    if (amount.status === 'rejected')
      issues.push({ field: monthAmount.field.field, column: header, value: cell, reason: amount.reason });
    const values = {
      [monthField.field]: month.status === 'read' ? month.value : null,
      [monthAmount.field.field]: amount.status === 'read' ? amount.value : null,
    };
    return [{ values, issues }];
  });
}

function finish(plan: RowPlan, values: Record<string, FieldValue>, issues: RowIssue[]): RowReading {
  const rejectedFields = new Set(issues.map(({ field }) => field));
  const missing = plan.fields
    .filter(({ field, isRequired }) => isRequired && isEmpty(values[field]) && !rejectedFields.has(field))
    .filter(({ field }) => !(plan.isUpdateOnly && values[field] === undefined))
    .filter(({ madeFrom }) => !madeFrom?.some((part) => !isEmpty(values[part])))
    .map(({ field }): RowIssue => {
      const header = plan.columns.find((column) => column.field.field === field)?.header;
      return { field, column: header ?? field, value: '', reason: 'missing' };
    });
  const all = [...issues, ...missing];
  return all.length > 0 ? { status: 'rejected', issues: all } : { status: 'read', values };
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A field that takes several columns gathers what they say, each thing once; any other field has one column. */
function together(
  field: FieldSpec,
  before: FieldValue | undefined,
  reading: Exclude<ValueReading<string | boolean>, { status: 'rejected' }>,
): FieldValue {
  const value = reading.status === 'read' ? reading.value : null;
  if (field.takes === undefined) return value;
  if (field.takes === 'joined') {
    return [before, value].filter((part) => typeof part === 'string').join(', ') || null;
  }
  const list = Array.isArray(before) ? before : [];
  return typeof value === 'string' && !list.includes(value) ? [...list, value] : list;
}

/** What is needed to read one cell of a column. */
export type CellColumn = Pick<ColumnReading, 'field' | 'decimal' | 'dayOrder' | 'exponent'>;

/** Reads one cell as its field's type, under what was decided for its column. */
export function readCell(column: CellColumn, cell: string, currency: string): ValueReading<string | boolean> {
  const { field, dayOrder } = column;
  switch (field.type) {
    case 'email':
      return readEmail(cell);
    case 'day':
      return readDay(cell, { order: dayOrder });
    case 'month':
      return readMonth(cell, { order: dayOrder });
    case 'boolean':
      return readBoolean(cell);
    case 'choice':
      return readChoice(cell, field.choices ?? {});
    case 'amount':
    case 'number':
    case 'count':
      return readFigure(column, cell, currency);
    default:
      return readText(cell);
  }
}

function readFigure({ field, decimal, exponent }: CellColumn, cell: string, currency: string): ValueReading<string> {
  const reading = readNumber(cell, { decimal });
  if (reading.status !== 'read') return reading;
  const { currencyMark, decimal: figure, isPercent } = reading.value;
  if (isPercent && field.type !== 'number') return rejected('not-a-number');
  if (field.type === 'amount') {
    const isOurs = currencyMark === null || currenciesOfMark(currencyMark).includes(currency);
    return isOurs ? read(shiftDecimal(figure, exponent)) : rejected('other-currency');
  }
  if (currencyMark !== null) return rejected('not-a-number');
  if (field.type === 'number') return read(figure);
  if (figure.includes('.')) return rejected('not-whole');
  return figure.startsWith('-') ? rejected('not-positive') : read(figure);
}
