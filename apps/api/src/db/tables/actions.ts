import type { AdditiveMeasure } from '@milepost/core/targets/measures';
import type { RecordColumns } from './record.ts';

/** A corrective action: what is done about a figure that is far behind, and what came of it. */
export type ActionTable = RecordColumns & {
  measure: AdditiveMeasure;
  scope_kind: 'person' | 'team' | 'line' | 'organisation';
  /** Person, team or line; '' for the organisation. */
  scope_id: string;
  /** Who answers for the scope: the person, the manager of the team; null for lines and the organisation. */
  answerable_id: string | null;
  owner_id: string | null;
  /** What is done. */
  name: string;
  name_key: string;
  fact: string;
  cause: string;
  cause_note: string | null;
  due_on: string;
  /** By how much it is to bring the variance nearer to the plan. */
  expected_minor: number;
  currency: string;
  status: 'open' | 'done' | 'dropped';
  opened_on: string;
  /** Actual less plan to date of the scope when it was opened; null without a plan. */
  opened_variance_minor: number | null;
  checked_on: string | null;
  /** The same on the day of the check: what differs is the effect. */
  checked_variance_minor: number | null;
};
