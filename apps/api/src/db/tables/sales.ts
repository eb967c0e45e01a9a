import type { OwnedColumns, RecordColumns } from './record.ts';

/** What was sold: the header that the credits divide. */
export type SaleTable = RecordColumns &
  OwnedColumns & {
    external_id: string | null;
    order_id: string | null;
    day: string;
    account_id: string | null;
    opportunity_id: string | null;
    product_id: string | null;
    line: string | null;
    segment: string | null;
    region: string | null;
    quantity: number | null;
    revenue_minor: number;
    /** Null when unknown: the margin is then unknown too. */
    cost_minor: number | null;
    currency: string;
    /** JSON array of {personId, shareBp}, null when the owner has it all. */
    split: string | null;
  };

/**
 * Whose it was, on the credit date: append-only. A correction is a further row with the opposite sign. Line, segment and
 * region are those of that day.
 */
export type CreditTable = {
  org_id: string;
  id: string;
  sale_id: string;
  person_id: string | null;
  team_id: string | null;
  day: string;
  kind: 'sale' | 'reversal';
  reverses_id: string | null;
  share_bp: number;
  /** The one sale, apportioned like everything else: 1 on one of its credits, 0 on the others, negative on a reversal. */
  sale_count: number;
  quantity: number | null;
  revenue_minor: number;
  cost_minor: number | null;
  currency: string;
  /** The rate of its day, frozen when it was posted. Null in the organisation's own currency, and where no rate was known. */
  rate: string | null;
  /** Revenue and cost in the organisation's currency at that rate; null as long as there is none. */
  org_minor: number | null;
  org_cost_minor: number | null;
  account_id: string | null;
  product_id: string | null;
  line: string | null;
  segment: string | null;
  region: string | null;
  /** Owner and backup of the sale, for sight. */
  owner_id: string | null;
  backup_id: string | null;
  created_at: string;
};

/**
 * Sums of credits by day; '' stands for "none" in the key columns. Unknown costs and quantities are not summed:
 * `costed_revenue` is the revenue of those credits whose cost is known, from which the margin comes.
 * The measures `org_…` are those of credits in another currency, in the organisation's at their frozen rates.
 */
export type FactDayTable = {
  org_id: string;
  day: string;
  person_id: string;
  line: string;
  segment: string;
  currency: string;
  measure:
    | 'revenue'
    | 'costed_revenue'
    | 'cost'
    | 'quantity'
    | 'sales'
    | 'org_revenue'
    | 'org_costed_revenue'
    | 'org_cost';
  value: number;
};
