import type { RatePeriod } from '@milepost/contract/rate-targets';
import type { TargetStatus } from '@milepost/contract/targets';
import type { StepKind } from '@milepost/core/targets/answers';
import type { AdditiveMeasure, TargetMeasure } from '@milepost/core/targets/measures';
import type { RecordColumns } from './record.ts';

export type TargetTable = RecordColumns & {
  name: string;
  measure: TargetMeasure;
  fiscal_year: number;
  /** First civil day of the fiscal year. */
  starts_on: string;
  currency: string;
  status: TargetStatus;
  total_minor: number;
  /** JSON: month shares and where they come from, persons, lines, segments, locks, stated parts. */
  shape: string;
  /** 'spread': leaves come from the total; 'imported': each person's own quota as given; 'rate': a share, inherited. */
  basis: 'spread' | 'imported' | 'rate';
  published_at: string | null;
  reason: string | null;
  supersedes_id: string | null;
  /** JSON: a factor of the base, or a total of its own; null without a stretch level. */
  stretch: string | null;
  /** JSON: baselines of people, weights of regions and products; null where nothing is known of it. */
  made_from: string | null;
  /** From which civil day this version counts; null from the start of its year. */
  effective_on: string | null;
};

/** One leaf: person × product line × fiscal month. */
export type TargetCellTable = {
  org_id: string;
  target_id: string;
  person_id: string;
  line: string;
  /** 1–12, in fiscal order. */
  month: number;
  amount_minor: number;
  /** What of it the past brings again by itself; null where the plan was not made from history. */
  core_minor: number | null;
};

/** The other face: segment × fiscal month. */
export type TargetSegmentTable = {
  org_id: string;
  target_id: string;
  segment: string;
  month: number;
  amount_minor: number;
};

/** What happened to a target, append-only: who, when, about whom, why. */
export type TargetStepTable = {
  org_id: string;
  id: string;
  target_id: string;
  at: string;
  kind: StepKind;
  /** Whom it is about; null for the whole target. */
  person_id: string | null;
  by_id: string | null;
  reason: string | null;
  /** JSON: of an amendment its day, policy and totals. */
  detail: string | null;
};

/** What somebody commits of a fiscal year: its version; the amounts are its cells. */
export type CommitmentTable = {
  org_id: string;
  measure: AdditiveMeasure;
  fiscal_year: number;
  person_id: string;
  version: number;
  updated_at: string;
};

export type CommitmentCellTable = {
  org_id: string;
  measure: AdditiveMeasure;
  fiscal_year: number;
  person_id: string;
  /** '' for all lines. */
  line: string;
  /** 1–12, in fiscal order. */
  month: number;
  amount_minor: number;
};

/** A share that is wanted, where somebody stated it: of everybody, a team or a person, in the year or a quarter of it. */
export type TargetRateTable = {
  org_id: string;
  target_id: string;
  holder_kind: 'all' | 'team' | 'person';
  /** '' for everybody. */
  holder_id: string;
  period: RatePeriod;
  /** Hundredths of a percent. */
  share_bp: number;
};
