import type { RecordColumns } from './record.ts';

/** The mix of one fiscal year, as managers set it. */
export type MixPlanTable = RecordColumns & {
  name: string;
  fiscal_year: number;
  /** First civil day of the fiscal year. */
  starts_on: string;
  currency: string;
  /** Null when no target is a rule. */
  target_minor: number | null;
  /** JSON: hours, least shares, pairings. */
  rules: string;
  /** JSON: the product lines with what is known of each. */
  lines: string;
};
