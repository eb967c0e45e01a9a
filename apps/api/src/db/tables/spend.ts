import type { ExpenseStatus } from '@milepost/core/expenses/decide';
import type { RecordColumns } from './record.ts';

/** A budget of a fiscal year: what may be spent on a category, of a team, campaign or account where named. */
export type BudgetLineTable = RecordColumns & {
  /** Who leads the team and answers for it. */
  owner_id: string;
  fiscal_year: number;
  category: string;
  category_key: string;
  team_id: string | null;
  campaign: string | null;
  campaign_key: string | null;
  account_id: string | null;
  currency: string;
  /** JSON array of twelve amounts in minor units. */
  months: string;
  total_minor: number;
  /** JSON array of twelve counts, null where nobody has counted. */
  results: string;
};

/** A claim of one person. */
export type ExpenseTable = RecordColumns & {
  person_id: string;
  team_id: string | null;
  day: string;
  category: string;
  category_key: string;
  vendor: string | null;
  vendor_key: string | null;
  amount_minor: number;
  currency: string;
  purpose: string;
  account_id: string | null;
  activity_id: string | null;
  campaign: string | null;
  campaign_key: string | null;
  external_id: string | null;
  status: ExpenseStatus;
  receipt_id: string | null;
  submitted_at: string | null;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
  reimbursed_at: string | null;
  reimbursed_by: string | null;
};

/** What the organisation allows in a category. */
export type ExpenseLimitTable = RecordColumns & {
  category: string;
  category_key: string;
  single_minor: number | null;
  day_minor: number | null;
  currency: string;
  asks_contact: 0 | 1;
};

/** The file of a receipt, as it came. */
export type ExpenseReceiptTable = {
  org_id: string;
  id: string;
  expense_id: string;
  file_name: string;
  media_type: string;
  size: number;
  /** Base64, so that both databases and every backup keep the same text. */
  content: string;
  created_at: string;
};
