import type { Day } from '../calendar/civil-day.ts';
import type { WorkingCalendar } from '../calendar/workdays.ts';

/** A line of an expense claim as the audit reads it: amount above 0 in minor units, the vendor folded, null when nobody has said. */
export type Expense = {
  readonly id: string;
  readonly personId: string;
  readonly day: Day;
  readonly category: string;
  readonly vendor: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly hasReceipt: boolean;
  /** The day it was handed in; null while it is a draft, which is judged by the day of the audit. */
  readonly submittedOn: Day | null;
};

/** The limits of one category in one currency, in minor units: for a single line, and for a person's day. Null: no limit. */
export type Limit = {
  readonly category: string;
  readonly currency: string;
  readonly single: number | null;
  readonly day: number | null;
};

/** What the organisation asks of claims. All amounts in minor units of their currency. */
export type Policy = {
  readonly limits: readonly Limit[];
  /** Categories in which a claim goes with a visit, meeting or event of that day. */
  readonly withContact: readonly string[];
  /** From this amount on a receipt is asked for, by currency; a currency that is not named asks always. */
  readonly receiptFrom: Readonly<Record<string, number>>;
  /** An amount that is a multiple of this is round, by currency; a currency that is not named has no round amounts. */
  readonly roundUnit: Readonly<Record<string, number>>;
};

/** What the audit knows beside the lines. */
export type AuditContext = {
  readonly asOf: Day;
  readonly calendar: WorkingCalendar;
  readonly policy: Policy;
  /** Visits, meetings and events that took place: who was out on which day. */
  readonly visits: readonly { readonly id: string; readonly personId: string; readonly day: Day }[];
  readonly leave: readonly {
    readonly id: string;
    readonly personId: string;
    readonly first: Day;
    readonly last: Day;
  }[];
  /**
   * What is usual: amounts that were approved before, which the lines under audit are measured by. They are apart from those lines, so
   * that a further line never makes another look more usual.
   */
  readonly usual: readonly { readonly category: string; readonly currency: string; readonly amount: number }[];
};

/** The rules of the audit with their scores: how far each alone makes a line worth a look, 0–1. */
export const ruleScores = {
  duplicate: 0.7,
  split: 0.6,
  'just-below': 0.4,
  'over-limit': 0.5,
  'over-day': 0.5,
  'day-off': 0.2,
  'on-leave': 0.6,
  'no-contact': 0.3,
  round: 0.1,
  'no-receipt': 0.4,
  stale: 0.3,
  outlier: 0.4,
} as const;

export type AuditRule = keyof typeof ruleScores;

/** A reason to look at a line: the rule, its score, and the ids it rests on (other lines, a leave). */
export type Flag = {
  readonly id: string;
  readonly rule: AuditRule;
  readonly score: number;
  readonly evidence: readonly string[];
};
