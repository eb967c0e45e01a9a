/**
 * What became of one cell. `unknown` is a cell in which nobody has said anything: it is neither zero nor an error.
 * `rejected` keeps its row out and is reported with row, column, value and reason.
 */
export type ValueReading<T> =
  | { readonly status: 'read'; readonly value: T }
  | { readonly status: 'unknown' }
  | { readonly status: 'rejected'; readonly reason: RejectReason };

/** Why a value was not taken. Codes are permanent; the portal and the operator's tool word them. */
export type RejectReason =
  | 'not-a-number'
  | 'misplaced-separator'
  | 'other-decimal-mark'
  | 'too-large'
  | 'not-whole'
  | 'not-positive'
  | 'other-currency'
  | 'not-a-day'
  | 'no-such-day'
  | 'day-order-unknown'
  | 'against-day-order'
  | 'only-a-month'
  | 'not-a-month'
  | 'not-yes-or-no'
  | 'not-an-email'
  | 'not-a-phone'
  | 'not-a-choice'
  | 'too-long'
  | 'missing';

export const UNKNOWN: ValueReading<never> = { status: 'unknown' };

export const read = <T>(value: T): ValueReading<T> => ({ status: 'read', value });

export const rejected = (reason: RejectReason): ValueReading<never> => ({ status: 'rejected', reason });

/** A cell of the file that stands for a decision, with the line on which it is found. */
export type Example = { readonly line: number; readonly value: string };
