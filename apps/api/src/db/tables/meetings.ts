import type { RecordColumns } from './record.ts';

export type MeetingTable = RecordColumns & {
  name: string;
  name_key: string;
  on_day: string;
  starts_at: string | null;
  length_minutes: number | null;
  place: string | null;
  /** Who called it. */
  chair_id: string;
  status: 'planned' | 'held';
  /** JSON array of what is spoken of, with what was decided. */
  agenda: string;
  minutes: string | null;
};

/** Who takes part in a meeting, and sees it. */
export type MeetingAttendeeTable = { org_id: string; meeting_id: string; person_id: string };

export type MeetingActionTable = RecordColumns & {
  meeting_id: string;
  name: string;
  name_key: string;
  owner_id: string;
  due_on: string;
  status: 'open' | 'done' | 'dropped';
};
