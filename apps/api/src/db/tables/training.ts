import type { Flag } from '../columns.ts';
import type { RecordColumns } from './record.ts';

/** Something to learn, with its material. */
export type CourseTable = RecordColumns & {
  name: string;
  name_key: string;
  about: string | null;
  hours: number;
  /** JSON: `[{id, kind, title, body, link}]`. */
  sections: string;
  /** JSON: `[[courseId, …], …]`, of each the one or the other. */
  after_ids: string;
  /** JSON: `[{skillId, level}]`. */
  raises: string;
  certificate_id: string | null;
  /** By which an example is known again. */
  external_id: string | null;
};

/** The quiz of a course, whose id it bears. Out of sight of those who take it, in the change record too: nobody owns it. */
export type QuizTable = RecordColumns & {
  owner_id: string | null;
  question_count: number;
  pass_ratio: number;
  attempt_limit: number | null;
  minutes: number | null;
  /** JSON: `[{id, text, options: [{id, text}], rightIds, explanation}]`. */
  questions: string;
};

/** A day on which a course is held live. */
export type CourseSessionTable = RecordColumns & {
  course_id: string;
  on_day: string;
  starts_at: string | null;
  minutes: number;
  place: string | null;
  host_id: string | null;
};

/** Somebody at a session. It bears its host, who sees it. */
export type AttendanceTable = RecordColumns & {
  person_id: string;
  host_id: string | null;
  course_id: string;
  session_id: string;
  state: 'signed-up' | 'there' | 'missed';
};

/** Somebody who takes a course. */
export type EnrolmentTable = RecordColumns & {
  person_id: string;
  course_id: string;
  due_on: string | null;
  /** JSON: ids of sections. */
  seen_ids: string;
  extra_attempts: number;
  is_credited: Flag;
  completed_on: string | null;
};

/** One attempt at a quiz. */
export type AttemptTable = RecordColumns & {
  person_id: string;
  course_id: string;
  enrolment_id: string;
  number: number;
  state: 'open' | 'handed-in' | 'left' | 'timed-out';
  started_at: string;
  ends_at: string | null;
  closed_at: string | null;
  /** JSON: `[{id, text, options: [{id, text}], rightCount}]`, as they were drawn. */
  questions: string;
  /** JSON: ticked options by question. */
  answers: string;
  /** JSON: `[{questionId, isRight}]`; null while it is open. */
  marks: string | null;
  right_count: number | null;
  is_passed: Flag | null;
};

/** What time somebody has for learning; its id is that of the person. */
export type LearningPlanTable = RecordColumns & { hours_per_week: number; due_on: string };

/** A case that others can learn from. */
export type CaseStudyTable = RecordColumns & {
  name: string;
  name_key: string;
  skill_id: string | null;
  person_id: string | null;
  situation: string;
  approach: string | null;
  outcome: string | null;
  lesson: string;
  /** Everything it says, as text is sought. */
  text_key: string;
  external_id: string | null;
};

/** Courses, what people did with them, and their paths. */
export type TrainingTables = {
  attempt: AttemptTable;
  attendance: AttendanceTable;
  case_study: CaseStudyTable;
  course_session: CourseSessionTable;
  course: CourseTable;
  enrolment: EnrolmentTable;
  learning_plan: LearningPlanTable;
  quiz: QuizTable;
};
