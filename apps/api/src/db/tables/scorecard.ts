import type { Role } from '@milepost/contract/people';
import type { RecordColumns } from './record.ts';

/** What somebody is measured by, from day to day: measures with their weights. */
export type ScorecardTable = RecordColumns & {
  name: string;
  /** For everybody of a role, or for one person: one of the two is null. */
  role: Role | null;
  person_id: string | null;
  valid_from: string;
  valid_to: string | null;
  /** An attainment counts up to so much, in hundredths of a percent. */
  cap_bp: number;
  /** JSON: measures with their weights, in the order in which they are shown. */
  parts: string;
};
