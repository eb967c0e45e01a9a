import type { Measure } from '@milepost/contract/figures';
import type { RecordColumns } from './record.ts';

/** What is wanted of a role in each period of a kind: a measure, which way is good, how much. */
export type KpiTable = RecordColumns & {
  measure: Measure;
  role: 'rep' | 'manager' | 'admin';
  period: 'month' | 'quarter' | 'year';
  direction: 'up' | 'down';
  /** Minor units, a count or a share (0–1), as the measure has it; null is watched without an aim. */
  aim: number | null;
  valid_from: string;
  valid_to: string | null;
};
