import type { Flag } from '../columns.ts';
import type { OwnedColumns, RecordColumns } from './record.ts';

/** Sums by person of a day or of a month; '' stands for nobody. Kept in the transaction of what they sum. */
export type TallyTable = {
  org_id: string;
  grain: 'day' | 'month';
  measure: TallyMeasure;
  /** `YYYY-MM-DD` of a day, `YYYY-MM` of a month. */
  period: string;
  person_id: string;
  value: number;
};
export const tallyMeasures = [
  'revenue',
  'org_revenue',
  'costed_revenue',
  'cost',
  'org_costed_revenue',
  'org_cost',
  'sales',
  'contacts',
  'new_customers',
  'repurchase_windows',
  'repurchases',
] as const;
export type TallyMeasure = (typeof tallyMeasures)[number];

/** What one customer adds to the tally, so that it can be taken out again when more is known. */
export type CustomerTallyTable = Omit<TallyTable, 'grain'> & { account_id: string };

/** Sums of receivables, by whose they are: what was paid by its age in days, what is open by its day of issue. */
export type ReceivableTallyTable = OwnedColumns & {
  org_id: string;
  /** What makes the row: currency, kind, place and people. */
  id: string;
  currency: string;
  kind: 'paid' | 'open';
  /** The age in days of `paid`, the day of issue of `open`. */
  place: string;
  value: number;
  /** Of `open`: the sum of the squares by invoice. Beyond 2^53 it is near, not exact. */
  squares: number;
};

/** What one invoice adds to the sums, so that it can be taken out again when more is known. */
export type InvoiceTallyTable = Omit<ReceivableTallyTable, 'squares'> & { invoice_id: string };

/** Whether somebody wants the overview by mail, and on which day of the week. */
export type OverviewSubscriptionTable = RecordColumns & {
  person_id: string;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  is_on: Flag;
  /** The last day for which it was sent. */
  sent_on: string | null;
};
