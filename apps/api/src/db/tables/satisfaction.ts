import type { OwnedColumns, RecordColumns } from './record.ts';

/** What a customer said on a day: would they recommend us (0–10), or how satisfied are they (1–5). Of an account's owner and backup. */
export type SatisfactionTable = RecordColumns &
  OwnedColumns & {
    account_id: string;
    contact_id: string | null;
    on_day: string;
    scale: 'recommend' | 'satisfied';
    score: number;
    /** In their own words. */
    words: string | null;
  };
