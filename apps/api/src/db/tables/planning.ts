import type { RecordColumns } from './record.ts';

export type LeaveTable = RecordColumns & {
  person_id: string;
  kind: 'holiday' | 'sickness' | 'parental' | 'training' | 'other';
  from_day: string;
  to_day: string;
  half_days: 'none' | 'first' | 'last' | 'both';
  note: string | null;
};

export type MilestoneTable = RecordColumns & {
  fiscal_year: number;
  name: string;
  /** 1–12, in fiscal order. */
  from_month: number;
  to_month: number;
  /** Share of the year's target in hundredths of a percent. */
  share_bp: number | null;
  focus: string | null;
  /** JSON array of {measure, atLeast, by}. */
  criteria: string;
  /** JSON array of {id, kind, name, day}. */
  key_dates: string;
};

export type ChecklistItemTable = RecordColumns & {
  milestone_id: string;
  key_date_id: string | null;
  text: string;
  owner_id: string | null;
  due_on: string | null;
  done_at: string | null;
  done_by_id: string | null;
};

/** Work of a role in a stretch of days. */
type WorkColumns = {
  role: string;
  minutes_per_week: number;
  from_day: string;
  to_day: string;
  /** Separated by commas, as it was written. */
  skills: string | null;
  note: string | null;
};

export type ResourceTable = RecordColumns &
  WorkColumns & {
    person_id: string | null;
    helper: string | null;
    purpose: 'selling' | 'training' | 'consulting' | 'marketing' | 'service' | 'other';
    cost_minor: number | null;
    currency: string;
  };

export type ResourceNeedTable = RecordColumns & WorkColumns & { name: string };
