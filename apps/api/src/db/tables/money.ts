import type { RecordColumns } from './record.ts';

/** The price of one unit of a currency in the organisation's own: of a day, or of a fiscal year's plan by its first day. */
export type RateTable = RecordColumns & {
  kind: 'day' | 'plan';
  currency: string;
  day: string;
  /** Decimal text in its one writing. */
  rate: string;
  source: string | null;
};
