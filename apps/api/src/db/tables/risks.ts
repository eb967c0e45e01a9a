import type { RecordColumns } from './record.ts';

/** Something that could happen, and what is prepared for it. */
export type RiskTable = RecordColumns & {
  name: string;
  name_key: string;
  kind: 'customer-loss' | 'bad-debt' | 'supply-delay' | 'key-person' | 'market-change' | 'other';
  about: string | null;
  owner_id: string | null;
  likelihood: number;
  impact: number;
  /** JSON {measure, days, fires, threshold}; null where nobody measures it. */
  trigger: string | null;
  /** JSON array of {name, answerableId, afterDays}: the prepared response. */
  steps: string;
  status: 'watching' | 'fired' | 'settled';
  fired_on: string | null;
  /** What the measure was on that day: minor units, a count or a share. */
  fired_value: number | null;
  /** JSON array of the activities that are the steps of the response under way. */
  step_ids: string;
  lesson: string | null;
};

/** A rehearsal of a response. */
export type RiskDrillTable = RecordColumns & {
  risk_id: string;
  owner_id: string | null;
  by_id: string | null;
  on_day: string;
  result: 'worked' | 'partly' | 'failed';
  note: string;
};
