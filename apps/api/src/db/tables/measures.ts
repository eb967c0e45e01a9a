import type { RecordColumns } from './record.ts';

/** What the organisation means by its measures: one row, whose id is the organisation's; none until somebody changes the first definition. */
export type MeasureDefinitionTable = RecordColumns & {
  new_after_months: number | null;
  new_min_revenue_minor: number;
  new_per_month: number | null;
  repurchase_days: number;
  repurchase_orders: number;
  repurchase_existing: 'any' | 'bought-before';
  repurchase_immature: 'excluded' | 'kaplan-meier';
  /** Hundredths of a percent, 0–10000. */
  repurchase_target_bp: number | null;
  /** JSON array of kinds of activity. */
  visit_kinds: string;
  market_by: 'segment' | 'segment-region';
  markets_per_week: number;
  event_window_days: number;
  event_target_bp: number | null;
};

export type EventTable = RecordColumns & {
  owner_id: string | null;
  name: string;
  name_key: string;
  kind: 'exhibition' | 'live-stream' | 'other';
  starts_on: string;
  ends_on: string;
  place: string | null;
  /** Hundredths of a percent; null takes the organisation's. */
  target_bp: number | null;
  window_days: number | null;
  talk_track: string | null;
  /** JSON array of {dayOffset, kind, text}. */
  steps: string;
  cost_minor: number | null;
};
