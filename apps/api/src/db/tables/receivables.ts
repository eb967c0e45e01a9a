import type { Flag } from '../columns.ts';
import type { OwnedColumns, RecordColumns } from './record.ts';

export type InvoiceTable = RecordColumns &
  OwnedColumns & {
    number: string;
    /** Folded, for the search. */
    number_key: string;
    account_id: string | null;
    issued_on: string;
    due_on: string;
    /** Nobody gave a due day: it is the issue plus the default terms. */
    is_due_by_terms: Flag;
    amount_minor: number;
    currency: string;
    is_disputed: Flag;
    terms: string | null;
    note: string | null;
  };

/** What came in for an invoice, or was taken off it. It carries the owner and backup of its invoice. */
export type ReceiptTable = RecordColumns &
  OwnedColumns & {
    invoice_id: string;
    account_id: string | null;
    kind: 'receipt' | 'credit-note';
    day: string;
    amount_minor: number;
    external_id: string | null;
    note: string | null;
  };

/** What the figures of receivables mean here; without a row the usual. There is one: its id is that of the organisation. */
export type ReceivablesDefinitionTable = {
  org_id: string;
  id: string;
  version: number;
  updated_at: string;
  terms_days: number;
  within_days: number;
  within_from: 'issue' | 'due';
  window_days: number;
};
