import { type DayEvidence, decideDayOrder, mustAskOrder, type OrderDecision } from './day-order.ts';
import type { DayOrder } from './dissect-day.ts';
import type { FieldSpec, KindSpec } from './kind.ts';
import { decideDecimalMark, type MarkDecision, type NumberEvidence } from './number-marks.ts';
import { missingFields } from './propose-mapping.ts';
import type { DecimalMark } from './read-number.ts';
import type { CellColumn, ColumnReading, RowPlan } from './read-row.ts';
import type { WideMonths } from './wide-months.ts';

/** A column and what it was chosen to hold; `decimal` and `dayOrder` are there when somebody has answered for them. */
export type ChosenColumn = {
  readonly column: number;
  readonly header: string;
  readonly field: string | null;
  /** Power of ten by which amounts are multiplied: 3 for a column in thousands. */
  readonly exponent?: number;
  readonly decimal?: DecimalMark;
  readonly dayOrder?: DayOrder;
};

/** What all cells of a column say of numbers and of days. */
export type ColumnEvidence = { readonly numbers: NumberEvidence; readonly days: DayEvidence };

/** What a column needs decided, and how it was. A question stops the import; a note is shown. */
export type ColumnDecision =
  | { readonly about: 'day-order'; readonly column: number; readonly header: string; readonly decision: OrderDecision }
  | {
      readonly about: 'decimal-mark';
      readonly column: number;
      readonly header: string;
      readonly decision: MarkDecision;
    };

export type PlanResult =
  | { readonly status: 'ready'; readonly plan: RowPlan; readonly notes: readonly ColumnDecision[] }
  | { readonly status: 'asks'; readonly questions: readonly ColumnDecision[] }
  | { readonly status: 'incomplete'; readonly missing: readonly string[] }
  | { readonly status: 'unknown-field'; readonly fields: readonly string[] };

/** How the organisation writes, for what the values leave open. */
export type OrganisationWriting = {
  readonly decimal: DecimalMark;
  readonly dayOrder: DayOrder;
  readonly currency: string;
};

const isFigure = (field: FieldSpec): boolean =>
  field.type === 'amount' || field.type === 'number' || field.type === 'count';
const isDay = (field: FieldSpec): boolean => field.type === 'day' || field.type === 'month';

/** Positions of the columns that hold figures, and of those that hold days. */
export type Watch = { readonly figures: readonly number[]; readonly days: readonly number[] };

/** Which columns of a file must be surveyed before its rows can be planned. */
export function columnsToWatch(
  kind: KindSpec,
  { columns, wideMonths }: { readonly columns: readonly ChosenColumn[]; readonly wideMonths: WideMonths | null },
): Watch {
  const fields = new Map(kind.fields.map((field) => [field.field, field]));
  const holding = (is: (field: FieldSpec) => boolean): number[] =>
    columns.flatMap(({ column, field: name }) => {
      const field = fields.get(name ?? '');
      return field !== undefined && is(field) ? [column] : [];
    });
  const months = wideMonths?.months.map(({ column }) => column) ?? [];
  return { figures: [...holding(isFigure), ...months], days: holding(isDay) };
}

/**
 * Decides once, for whole columns, how every row of a file is read; or says which required fields have no column (and no
 * natural key has one either), or which columns contradict themselves or the organisation's way of writing, so that somebody must be asked first.
 * `evidence` holds what the survey of the whole file found, at the positions of the columns.
 */
export function planRows(
  kind: KindSpec,
  chosen: { readonly columns: readonly ChosenColumn[]; readonly wideMonths: WideMonths | null },
  evidence: readonly ColumnEvidence[],
  organisation: OrganisationWriting,
): PlanResult {
  const fields = new Map(kind.fields.map((field) => [field.field, field]));
  const mapped = chosen.columns.filter(({ field }) => field !== null);
  const strangers = mapped.flatMap(({ field }) => (field !== null && !fields.has(field) ? [field] : []));
  if (strangers.length > 0) return { status: 'unknown-field', fields: strangers };
  const names = mapped.map(({ field }) => field);
  const missing = missingFields(kind, names, chosen.wideMonths !== null);
  const hasKey = kind.naturalKeys.some((key) => key.every((field) => names.includes(field)));
  if (missing.length > 0 && !hasKey) return { status: 'incomplete', missing };

  const decisions: ColumnDecision[] = [];
  const columns = mapped.map((column): ColumnReading => {
    const field = fields.get(column.field ?? '') as FieldSpec;
    return { column: column.column, header: column.header, ...decide(column, field) };
  });
  function decide(column: ChosenColumn, field: FieldSpec): CellColumn {
    const { header } = column;
    const seen = evidence[column.column];
    const settled = { field, decimal: organisation.decimal, dayOrder: null, exponent: column.exponent ?? 0 };
    if (seen && isDay(field)) {
      if (column.dayOrder) return { ...settled, dayOrder: column.dayOrder };
      const decision = decideDayOrder(seen.days, { order: organisation.dayOrder });
      decisions.push({ about: 'day-order', column: column.column, header, decision });
      return { ...settled, dayOrder: decision.order };
    }
    if (seen && isFigure(field)) {
      if (column.decimal) return { ...settled, decimal: column.decimal };
      const decision = decideDecimalMark(seen.numbers, { decimal: organisation.decimal });
      decisions.push({ about: 'decimal-mark', column: column.column, header, decision });
      return { ...settled, decimal: decision.decimal };
    }
    return settled;
  }
  const monthAmounts = monthColumns(kind, chosen, decide);
  const questions = decisions.filter(mustAsk);
  if (questions.length > 0) return { status: 'asks', questions };
  const plan: RowPlan = {
    columns,
    fields: kind.fields,
    wideMonths: chosen.wideMonths,
    monthAmounts,
    isUpdateOnly: missing.length > 0,
    currency: organisation.currency,
  };
  return { status: 'ready', plan, notes: decisions };
}

/** Each column of months is read as the kind's amount, under its own decision. */
function monthColumns(
  kind: KindSpec,
  { columns, wideMonths }: { readonly columns: readonly ChosenColumn[]; readonly wideMonths: WideMonths | null },
  decide: (column: ChosenColumn, field: FieldSpec) => CellColumn,
): ReadonlyMap<number, CellColumn> {
  const amount = kind.fields.find(({ type }) => type === 'amount');
  if (wideMonths === null || amount === undefined) return new Map();
  const chosenAt = new Map(columns.map((column) => [column.column, column]));
  return new Map(
    wideMonths.months.map(({ column, header }) => [
      column,
      decide({ ...chosenAt.get(column), column, header, field: amount.field }, amount),
    ]),
  );
}

const mustAsk = (decision: ColumnDecision): boolean =>
  decision.about === 'day-order' ? mustAskOrder(decision.decision) : decision.decision.status === 'contradiction';
