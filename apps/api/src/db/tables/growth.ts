import type { RecordColumns } from './record.ts';

type Described = { [Level in 0 | 1 | 2 | 3 | 4 | 5 as `level${Level}`]: string | null };

/** Something one can do, described at each level. */
export type SkillTable = RecordColumns &
  Described & {
    name: string;
    name_key: string;
    external_id: string | null;
    category: string | null;
    about: string | null;
  };

/** What levels a role asks of which skills. */
export type RoleProfileTable = RecordColumns & {
  name: string;
  name_key: string;
  /** JSON: `[{skillId, required, weight}]`. */
  requirements: string;
};

/** A level that somebody saw in a person on a day. */
export type AssessmentTable = RecordColumns & {
  person_id: string;
  skill_id: string;
  assessor_id: string;
  kind: 'self' | 'manager' | 'mentor';
  level: number;
  on_day: string;
  valid_until: string | null;
  note: string | null;
};

/** One step of the ladder, and what it asks. */
export type RungTable = RecordColumns & {
  name: string;
  name_key: string;
  track: 'management' | 'specialist';
  about: string | null;
  profile_id: string | null;
  /** JSON: ids of the rungs below. */
  from_ids: string;
  /** JSON: ids of certificates. */
  certificate_ids: string;
  months: number | null;
  /** JSON: `[{measure, least}]`. */
  results: string;
};

/** Where somebody stood and wants to go; its id is that of the person. */
export type CareerTable = RecordColumns & {
  /** JSON: `[{rungId, from, to}]`. */
  terms: string;
  aim_rung_id: string | null;
  mentor_id: string | null;
};

/** What one can be certified in, and how long that holds. */
export type CertificateTable = RecordColumns & {
  name: string;
  name_key: string;
  issuer: string | null;
  about: string | null;
  link: string | null;
  mode: 'completion' | 'expiry' | 'fixed' | 'forever';
  months: number | null;
  least_months: number | null;
  base_on: string | null;
  window_months: number;
};

/** That somebody was certified on a day: handed in with its evidence, then confirmed or refused by somebody else. */
export type AwardTable = RecordColumns & {
  person_id: string;
  certificate_id: string;
  completed_on: string;
  evidence: 'link' | 'observation' | 'quiz';
  link: string | null;
  activity_id: string | null;
  opportunity_id: string | null;
  /** Of a quiz: the attempt that passed. */
  attempt_id: string | null;
  note: string | null;
  state: 'handed-in' | 'confirmed' | 'refused';
  signed_by_id: string | null;
  signed_at: string | null;
  reason: string | null;
  expires_on: string | null;
  /** Of what its holder was reminded last. */
  reminded: 'renewal-due' | 'expired' | null;
  /** By which anybody finds it who was told; null until it is confirmed. */
  verify_code: string | null;
};

/** A personal goal. What its kind does not need is null. */
export type GoalTable = RecordColumns & {
  person_id: string;
  kind: 'certificate' | 'level' | 'cycle' | 'discount' | 'projects';
  certificate_id: string | null;
  skill_id: string | null;
  wanted: number | null;
  least_minor: number | null;
  from_on: string | null;
  base_from_on: string | null;
  due_on: string;
};

/** A project that somebody led across departments. */
export type LedProjectTable = RecordColumns & {
  person_id: string;
  name: string;
  departments: string;
  from_day: string;
  finished_on: string | null;
  outcome: string | null;
};
