import type { Flag } from '../columns.ts';
import type { RecordColumns } from './record.ts';

export type OrganisationTable = {
  id: string;
  version: number;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  name: string;
  currency: string;
  time_zone: string;
  fiscal_year_start: number;
  fiscal_year_label: 'start' | 'end';
  week_start: number;
  /** JSON array of 1–7. */
  working_weekdays: string;
  /** JSON array of civil days. */
  holidays: string;
  date_format: 'ymd' | 'dmy' | 'mdy';
  decimal_mark: '.' | ',';
  locale: 'en' | 'zh-Hans' | 'zh-Hant';
  country: string | null;
  pro_rata: 'working-capacity' | 'calendar-days';
  /** Minutes of selling in a full day, for those who have none of their own. */
  selling_minutes: number;
  lead_minutes: number | null;
  /** Times of a working day, `HH:MM`. */
  work_start: string;
  work_end: string;
  is_demo: Flag;
};

export type TeamTable = RecordColumns & {
  name: string;
  name_key: string;
  parent_id: string | null;
  manager_id: string | null;
};

export type PersonTable = RecordColumns & {
  /** The auth library's user, null until the person accepts an invitation. */
  user_id: string | null;
  name: string;
  name_key: string;
  email: string | null;
  email_key: string | null;
  role: 'rep' | 'manager' | 'admin' | 'member';
  title: string | null;
  office: string | null;
  external_id: string | null;
  team_id: string | null;
  /** The department beyond the teams of sales, whose issues this person works on. */
  department_id: string | null;
  is_active: Flag;
  /** Share of full time in hundredths of a percent; null when nobody has said. */
  fte_bp: number | null;
  starts_on: string | null;
  ends_on: string | null;
  /** JSON array of shares of full output, by month of tenure; null is none. */
  ramp: string | null;
  selling_minutes: number | null;
};

export type InvitationTable = {
  org_id: string;
  id: string;
  person_id: string;
  token_hash: string;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
};
