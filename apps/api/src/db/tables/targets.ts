import type { RecordColumns } from './record.ts';

export type TargetTable = RecordColumns & {
  name: string;
  measure: 'revenue';
  fiscal_year: number;
  /** First civil day of the fiscal year. */
  starts_on: string;
  currency: string;
  status: 'draft' | 'published' | 'superseded';
  total_minor: number;
  /** JSON: month shares and where they come from, persons, lines, segments, locks, stated parts. */
  shape: string;
  /** 'spread': leaves come from the total; 'imported': each person's own quota as given. */
  basis: 'spread' | 'imported';
  published_at: string | null;
  reason: string | null;
  supersedes_id: string | null;
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
};

/** The other face: segment × fiscal month. */
export type TargetSegmentTable = {
  org_id: string;
  target_id: string;
  segment: string;
  month: number;
  amount_minor: number;
};
