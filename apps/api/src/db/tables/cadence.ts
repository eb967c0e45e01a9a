import type { RecordColumns } from './record.ts';

type TierLetter = 'A' | 'B' | 'C';

/** What an account carries of its tier and promise, among its other columns. */
export type TierColumns = {
  /** In force: what a person holds, else what the reviews gave. */
  tier: TierLetter | null;
  tier_by_score: TierLetter | null;
  /** At how many reviews running the score has stood in another tier. */
  tier_beyond: number | null;
  tier_score_minor: number | null;
  tier_reviewed_on: string | null;
  /** The tier in force holds since. */
  tier_since: string | null;
  held_tier: TierLetter | null;
  held_reason: string | null;
  /** Last day on which it is held; null for good. */
  held_until: string | null;
  /** Margin a year that the account could bring; null when nobody has said. */
  potential_minor: number | null;
  /** A cadence of its own; null takes the tier's. */
  cadence_count: number | null;
  cadence_per: 'week' | 'month' | 'quarter' | null;
  cadence_since: string | null;
};

/** An account came into a tier. */
export type TierEntryTable = {
  org_id: string;
  id: string;
  account_id: string;
  on_day: string;
  tier: TierLetter;
  cause: 'review' | 'held' | 'released';
  score_minor: number | null;
  at: string;
};

/** Tiers and cadences of an organisation: one row, whose id is the organisation's; none until somebody changes the first ones. */
export type TierSettingsTable = RecordColumns & {
  /** JSON: {by, a, b}. */
  cuts: string;
  lambda_bp: number;
  margin_bp: number;
  reviews: number;
  review_every: 'month' | 'quarter';
  /** JSON: {A, B, C} of {count, per}. */
  cadences: string;
  visit_minutes: number;
  way_minutes: number;
  /** JSON: {min, max, half}. */
  judgement: string;
};

/** A colleague who is there too. */
export type ActivityParticipantTable = { org_id: string; activity_id: string; person_id: string };

/** The calendar of a person that other programs read by a secret address. */
export type CalendarFeedTable = {
  org_id: string;
  person_id: string;
  token_hash: string;
  created_at: string;
  read_at: string | null;
};
