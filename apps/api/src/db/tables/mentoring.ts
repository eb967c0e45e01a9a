import type { Flag } from '../columns.ts';
import type { RecordColumns } from './record.ts';

/** What somebody is known by on both sides of a matching. */
type Circumstances = {
  person_id: string;
  /** JSON array of languages, as people write them. */
  languages: string;
  region: string | null;
  /** Years in sales. */
  years: number | null;
  note: string | null;
};

/** Somebody who guides others; one for a person. */
export type MentorProfileTable = RecordColumns &
  Circumstances & {
    /** JSON array of {skill, level}. */
    gives: string;
    /** Mentees at a time. */
    capacity: number;
    is_open: Flag;
  };

/** Somebody who has something to learn; one for a person. */
export type MenteeProfileTable = RecordColumns &
  Circumstances & {
    /** JSON array of {skill, level, required, weight}. */
    needs: string;
    is_seeking: Flag;
    /** The mentor they would like. */
    wish_id: string | null;
  };

/** A mentor and a mentee with what they agreed on. */
export type MentorshipTable = RecordColumns & {
  mentee_id: string;
  mentor_id: string;
  goal: string | null;
  from_day: string;
  until_day: string;
  every_days: number;
  minutes: number;
  idle_after_days: number;
  status: 'running' | 'ended';
  /** JSON array of {skill, level, required, weight}: what was lacking when they were paired. */
  start_needs: string;
  ended_on: string | null;
  result: 'reached' | 'partly' | 'stopped' | null;
  lesson: string | null;
  /** Would they do it again? Null while it runs. */
  again: Flag | null;
};

/** A joint visit that was looked back on, or a case that was shared. It bears the people of its pair, who see it. */
export type MentorshipEntryTable = RecordColumns & {
  mentorship_id: string;
  mentee_id: string;
  mentor_id: string;
  by_id: string | null;
  kind: 'visit' | 'case';
  on_day: string;
  title: string;
  note: string | null;
  next_step: string | null;
  /** JSON array of {skill, level}. */
  levels: string;
  /** The visit in the log; null of a case. */
  activity_id: string | null;
  account_id: string | null;
  opportunity_id: string | null;
};
