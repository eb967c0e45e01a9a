import type { RecordColumns } from './record.ts';

/** Whose number, and of which period. */
type NumberColumns = {
  scope_kind: 'person' | 'team' | 'reach' | 'organisation';
  /** Empty for the organisation. */
  scope_id: string;
  from_day: string;
  to_day: string;
  amount_minor: number;
  currency: string;
};

export type ForecastOverrideTable = RecordColumns &
  NumberColumns & {
    /** Who holds it against the model. */
    owner_id: string | null;
    /** The person whose number it is, where it is one person's: they see it too. */
    about_id: string | null;
    reason: string;
  };

export type ForecastSubmissionTable = RecordColumns &
  NumberColumns & {
    person_id: string | null;
    note: string | null;
    /** JSON array of the deals as they stood: {id, amount, closeOn, stageId, ownerId, category}. */
    deals: string;
  };

/** A deal as it stood at the end of a day: those that were open, and those that had closed in the weeks before. */
export type PipelineSnapshotTable = {
  org_id: string;
  day: string;
  opportunity_id: string;
  owner_id: string | null;
  backup_id: string | null;
  stage_id: string;
  state: 'open' | 'won' | 'lost';
  amount_minor: number | null;
  currency: string;
  expected_close_on: string | null;
  closed_on: string | null;
};
