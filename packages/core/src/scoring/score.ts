import { encodeCell, widthOf, wordOf } from './encode.ts';
import type { Cell, Field } from './fields.ts';
import { probabilityOf } from './logistic.ts';
import { rowsOf, type SparseRows } from './sparse-rows.ts';

/** What was learned: what each field adds to the log-odds of a record. Plain data, to be kept as JSON. */
export type ScoringModel = {
  readonly fields: readonly Field[];
  /** One for each column of the fields, side by side. */
  readonly weights: readonly number[];
  /** What each field added on average to what was learned on. */
  readonly averages: readonly number[];
  /** The log-odds of a record that is average in every field. */
  readonly base: number;
};

/** What one field did to the log-odds of a record: `delta = weight − average`. */
export type Reason = {
  readonly field: string;
  /** The level, `(missing)` or `(other)`; null for a number. */
  readonly word: string | null;
  readonly weight: number;
  readonly average: number;
  readonly delta: number;
};

/** A chance with its reasons, which add up exactly: `logit = base + Σ delta`, in the order of the fields. */
export type Score = {
  readonly p: number;
  readonly logit: number;
  readonly base: number;
  readonly reasons: readonly Reason[];
};

/** Nothing is ever given as surer than this. */
export const LEAST_CHANCE = 0.005;
export const MOST_CHANCE = 0.995;

/** The chance of a record, and what every field did to it. Cells come by the name of their field; what is not named is missing. */
export function score(model: ScoringModel, cellOf: (name: string) => Cell): Score {
  let offset = 0;
  const reasons = model.fields.map((field, index): Reason => {
    const cell = cellOf(field.name);
    const weight = shareOf(model.weights, offset, encodeCell(field, cell));
    offset += widthOf(field);
    const average = model.averages[index] as number;
    return { field: field.name, word: wordOf(field, cell), weight, average, delta: weight - average };
  });
  const logit = reasons.reduce((sum, { delta }) => sum + delta, model.base);
  const p = Math.min(MOST_CHANCE, Math.max(LEAST_CHANCE, probabilityOf(logit)));
  return { p, logit, base: model.base, reasons };
}

/** The few reasons that did most, largest first; those that did nothing are left out. */
export function largestReasons({ reasons }: Score, most = 3): Reason[] {
  return reasons
    .filter(({ delta }) => Math.abs(delta) >= 0.005)
    .toSorted((a, b) => Math.abs(b.delta) - Math.abs(a.delta) || (a.field < b.field ? -1 : 1))
    .slice(0, most);
}

/** What each field added on average to the rows. */
export function averageShares(fields: readonly Field[], rows: SparseRows, weights: readonly number[]): number[] {
  const fieldOfColumn = fields.flatMap((field, index) => Array.from({ length: widthOf(field) }, () => index));
  const sums = new Array<number>(fields.length).fill(0);
  for (const [place, column] of rows.columns.entries()) {
    const field = fieldOfColumn[column] as number;
    sums[field] = (sums[field] as number) + (rows.values[place] as number) * (weights[column] as number);
  }
  return sums.map((sum) => sum / Math.max(1, rowsOf(rows)));
}

function shareOf(
  weights: readonly number[],
  offset: number,
  encoded: readonly (readonly [place: number, value: number])[],
): number {
  return encoded.reduce((sum, [place, value]) => sum + value * (weights[offset + place] as number), 0);
}
